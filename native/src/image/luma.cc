#include "image/luma.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace platekeeper {
namespace {

constexpr std::size_t cacheLine = 64;

// Where red lies in the 2 x 2 tile; blue lies diagonally across.
struct Mosaic {
  bool tenBit;
  std::int32_t redX, redY;
};

Mosaic mosaicOf(PixelFormat format) {
  switch (format) {
    case PixelFormat::bayerBggr8: return {false, 1, 1};
    case PixelFormat::bayerGrbg8: return {false, 1, 0};
    case PixelFormat::bayerGbrg8: return {false, 0, 1};
    case PixelFormat::bayerRggb10: return {true, 0, 0};
    case PixelFormat::bayerBggr10: return {true, 1, 1};
    case PixelFormat::bayerGrbg10: return {true, 1, 0};
    case PixelFormat::bayerGbrg10: return {true, 0, 1};
    default: return {false, 0, 0};
  }
}

// The shares of one site, in 1/1024: 77 R + 150 G + 29 B of 256, with a missing colour the mean of its 2 or 4 neighbours.
BayerWeights::Site siteOf(bool redColumn, bool redRow) {
  constexpr std::int32_t red = 77, green = 150, blue = 29;
  if (redColumn && redRow) return {4 * red, green, green, blue};
  if (!redColumn && !redRow) return {4 * blue, green, green, red};
  return redRow ? BayerWeights::Site{4 * green, 2 * red, 2 * blue, 0} : BayerWeights::Site{4 * green, 2 * blue, 2 * red, 0};
}

// Mirrored about the border pixel's centre, so that the colour stays; a lone row or column stands for its neighbours.
std::int32_t mirrored(std::int32_t at, std::int32_t size) {
  if (size == 1) return 0;
  if (at < 0) return -at;
  return at < size ? at : 2 * (size - 1) - at;
}

}  // namespace

LumaRows::LumaRows(const Kernels& kernels, const ImageView& image, std::int32_t from, std::int32_t to)
    : kernels_(kernels), image_(image), from_(from), to_(to) {}

bool LumaRows::inPlace() const {
  return image_.format == PixelFormat::grey || image_.format == PixelFormat::nv12 || image_.format == PixelFormat::yuv420p;
}

const std::uint8_t* LumaRows::row(std::int32_t y, std::uint8_t* scratch) const {
  const std::uint8_t* const start = image_.row(y);
  const std::size_t from = static_cast<std::size_t>(from_), pixels = static_cast<std::size_t>(to_ - from_);
  switch (image_.format) {
    case PixelFormat::grey:
    case PixelFormat::nv12:
    case PixelFormat::yuv420p: return start + from;
    case PixelFormat::yuyv: kernels_.yuyvToLuma(start + 2 * from, scratch, pixels); return scratch;
    case PixelFormat::rgb: kernels_.rgbToLuma(start + 3 * from, scratch, pixels); return scratch;
    default: bayerRow(y, scratch); return scratch;
  }
}

void LumaRows::fetch(std::int32_t y) const {
  const std::uint8_t* const row = image_.row(y);
  const std::size_t end = rowBytes(image_.format, static_cast<std::size_t>(to_));
  for (std::size_t at = rowBytes(image_.format, static_cast<std::size_t>(from_)); at < end; at += cacheLine) __builtin_prefetch(row + at);
}

void LumaRows::bayerRow(std::int32_t y, std::uint8_t* out) const {
  const Mosaic mosaic = mosaicOf(image_.format);
  const auto kernel = mosaic.tenBit ? kernels_.bayer10ToLuma : kernels_.bayer8ToLuma;
  const std::size_t bytes = mosaic.tenBit ? 2 : 1;
  const bool redRow = (y & 1) == mosaic.redY;
  const std::array<const std::uint8_t*, 3> rows{image_.row(mirrored(y - 1, image_.height)), image_.row(y),
                                                image_.row(mirrored(y + 1, image_.height))};
  const auto weightsFrom = [&](std::int32_t x) {
    const bool redColumn = (x & 1) == mosaic.redX;
    return BayerWeights{siteOf(redColumn, redRow), siteOf(!redColumn, redRow)};
  };
  const auto border = [&](std::int32_t x) {
    std::array<std::uint8_t, 3 * 3 * 2> around{};
    for (std::size_t r = 0; r < 3; r++) {
      for (std::int32_t dx = -1; dx <= 1; dx++) {
        const std::size_t from = static_cast<std::size_t>(mirrored(x + dx, image_.width)) * bytes;
        std::memcpy(&around[(r * 3 + static_cast<std::size_t>(dx + 1)) * bytes], rows[r] + from, bytes);
      }
    }
    kernel(&around[bytes], &around[4 * bytes], &around[7 * bytes], weightsFrom(x), out + (x - from_), 1);
  };
  const std::int32_t first = std::max(from_, 1), last = std::min(to_, image_.width - 1);
  if (from_ == 0) border(0);
  if (first < last) {
    const std::size_t skip = static_cast<std::size_t>(first) * bytes;
    kernel(rows[0] + skip, rows[1] + skip, rows[2] + skip, weightsFrom(first), out + (first - from_),
           static_cast<std::size_t>(last - first));
  }
  if (to_ == image_.width && image_.width > 1) border(image_.width - 1);
}

LumaWindow::LumaWindow(const LumaRows& source, std::size_t pixels, std::size_t rows, std::vector<std::uint8_t>& storage,
                       std::vector<std::int32_t>& held)
    : source_(source), pixels_(pixels), rows_(rows), storage_(storage), held_(held) {
  if (source_.inPlace()) return;
  storage_.resize(std::max(storage_.size(), pixels * rows));
  held_.assign(rows, -1);
}

const std::uint8_t* LumaWindow::row(std::int32_t y) {
  if (source_.inPlace()) return source_.row(y, nullptr);
  const std::size_t place = static_cast<std::size_t>(y) % rows_;
  std::uint8_t* const at = storage_.data() + place * pixels_;
  if (held_[place] != y) {
    source_.row(y, at);
    held_[place] = y;
  }
  return at;
}

void lumaOf(const Kernels& kernels, const ImageView& image, std::uint8_t* out) {
  const LumaRows rows(kernels, image, 0, image.width);
  const std::size_t pixels = static_cast<std::size_t>(image.width);
  for (std::int32_t y = 0; y < image.height; y++, out += pixels) {
    const std::uint8_t* const row = rows.row(y, out);
    if (row != out) std::memcpy(out, row, pixels);
  }
}

}  // namespace platekeeper
