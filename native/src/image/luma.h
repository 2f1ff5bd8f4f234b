// Rows of luma from any pixel format, 8 bits: what every other stage of the engine reads.
//
// The Y plane as it is for nv12, yuv420p and yuyv; BT.601 full range for rgb; for Bayer the bilinear demosaic weighed by BT.601,
// done in one pass (at the border the mosaic is mirrored, which keeps each colour in its place). 10 bit is cut to 8.
#pragma once

#include <vector>

#include "image/format.h"
#include "kernels/kernels.h"

namespace platekeeper {

class LumaRows {
 public:
  // Columns [from, to) of the image's rows.
  LumaRows(const Kernels& kernels, const ImageView& image, std::int32_t from, std::int32_t to);

  // True where a row of luma lies in the image as it is, and `row` never touches `scratch`.
  bool inPlace() const;
  // Luma of row y: within the image, or written to `scratch` (to - from bytes).
  const std::uint8_t* row(std::int32_t y, std::uint8_t* scratch) const;
  // Asks the memory for row y, which will be read soon: a frame from a camera is in no cache.
  void fetch(std::int32_t y) const;

 private:
  void bayerRow(std::int32_t y, std::uint8_t* out) const;

  const Kernels& kernels_;
  const ImageView image_;
  const std::int32_t from_, to_;
};

// The last few rows of luma, for readers that go down the image and look back a little.
class LumaWindow {
 public:
  // `rows` is how many rows may be in use at once; `storage` is grown as needed and kept between uses.
  LumaWindow(const LumaRows& source, std::size_t pixels, std::size_t rows, std::vector<std::uint8_t>& storage,
             std::vector<std::int32_t>& held);
  // Valid until a row `rows` further on is asked for.
  const std::uint8_t* row(std::int32_t y);

 private:
  const LumaRows& source_;
  const std::size_t pixels_, rows_;
  std::vector<std::uint8_t>& storage_;
  std::vector<std::int32_t>& held_;
};

// Luma of the whole image, width * height bytes without gaps.
void lumaOf(const Kernels& kernels, const ImageView& image, std::uint8_t* out);

}  // namespace platekeeper
