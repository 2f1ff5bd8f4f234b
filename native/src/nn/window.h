// A window that slides over pictures: the geometry that convolution and pooling share. Tensors are NHWC.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kernels/network.h"

namespace platekeeper {

// All in pixels but `channels`; how far the window reaches over the right and lower edge follows from the rest.
struct Window {
  std::int32_t batch, inHeight, inWidth, channels;
  std::int32_t outHeight, outWidth;
  std::int32_t height, width;
  std::int32_t strideY, strideX, dilationY, dilationX;
  std::int32_t padTop, padLeft;

  // Whether every field is in its range, so that no product below overflows.
  bool sane() const;
  std::size_t inputs() const;
  // Output pixels of the whole batch.
  std::size_t pixels() const;
  std::size_t taps() const;
  // A row of the window is one stretch of memory where its columns touch, else each of its pixels is one.
  std::int32_t runWidth() const;
  std::size_t runsPerPixel() const;
  std::size_t runLength() const;
  // Pixels of the window that lie in the picture, for a pixel of the output.
  std::size_t tapsInside(std::size_t pixel) const;
};

// Pixels whose runs are laid out at once: few enough that they and what they lead to stay in the nearest cache, and a multiple of
// every tile.
inline constexpr std::size_t stripPixels = 120;

// Lays out the runs of one strip of output pixels after another. Keeps its memory, so that a steady stream allocates nothing.
class Strips {
 public:
  // `outside` is what lies around the picture.
  void begin(const Window& window, const float* input, float outside);
  // Runs of pixels [first, first + count), count at most stripPixels; good until the next call.
  Runs at(std::size_t first, std::size_t count);

 private:
  // An input row, or all outside: then every pixel of it is the same one.
  struct Row {
    const float* start;
    std::ptrdiff_t step;
  };
  Row rowAt(const float* picture, std::int32_t y) const;
  void layRun(const Row& row, std::int32_t left, std::size_t pixels, const float** starts);
  const float* patched(const float* row, std::int32_t left);

  Window window_{};
  const float* input_ = nullptr;
  float outside_ = 0.0f;
  std::vector<const float*> starts_;
  // The first run's length of it is all outside; behind it the patched runs of the strip.
  std::vector<float> patches_;
  std::size_t used_ = 0;
};

}  // namespace platekeeper
