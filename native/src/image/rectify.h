// Rectification: a plate's quadrilateral in the full-resolution frame, drawn as an upright rectangle.
//
// The quadrilateral's own projective coordinates map its corners to the unit square; the rectangle shows that square and a margin
// around it. Each output pixel is the average of the frame over what it covers: the part of the frame in question is first reduced
// by whole pixels (area average, to half of what its least reduced place asks), then sampled bilinearly, as often a pixel as its
// most reduced place needs. Beyond the frame the border pixel continues.
#pragma once

#include <array>

#include "image/resample.h"

namespace platekeeper {

struct RectifyOptions {
  std::size_t width, height;
  double marginX, marginY;  // shares of the quadrilateral's own width and height
};

// x0, y0 ... x3, y3: top left, top right, bottom right, bottom left of the plate, in frame pixels.
using Quad = std::array<double, 8>;

// Draws luma 0..255 into out (width * height). False, and out all 0, for what is no picture of a rectangle: corners not strictly
// convex, beyond 100,000 pixels, or so skewed that the margin reaches the horizon.
bool rectify(const Kernels& kernels, const ImageView& image, const Quad& quad, const RectifyOptions& options, float* out,
             Workspace& workspace);

}  // namespace platekeeper
