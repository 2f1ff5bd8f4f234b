// Pooling, and resizing by samples between pixels: what else slides over pictures, each channel for itself.
#pragma once

#include <span>

#include "nn/convolution.h"

namespace platekeeper {

enum class Pool { maximum, mean };

// What lies around the picture counts for nothing. A window with no pixel inside gives -infinity, or NaN for the mean.
void pool(const Kernels& kernels, Pool kind, const Window& window, const float* input, float* out, NetworkWorkspace& workspace);

// One axis of a resizing: for each output the two inputs it lies between and how far from the first.
struct Axis {
  std::span<const std::int32_t> low, high;
  std::span<const float> share;
  bool within(std::int32_t size) const;
};

// Pictures [batch][height][width][channels] sampled bilinearly at rows x columns.
struct Resizing {
  std::int32_t batch, height, width, channels;
  Axis rows, columns;
  const float* input;
  float* out;
};
void resizeBilinear(const Kernels& kernels, const Resizing& resizing);
// The nearest pixel is the first of the two; `share` and `high` are not looked at.
void resizeNearest(const Resizing& resizing);

}  // namespace platekeeper
