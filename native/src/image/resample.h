// Resampling to a smaller (area average) or larger (bilinear) picture, straight from the frame's own format.
//
// Both axes are planned on their own: where an output pixel covers more than one input pixel it is the exact average of what it
// covers, else the bilinear sample at its centre. Rows are weighed first, in bundles, then columns; pixels are read once.
#pragma once

#include <vector>

#include "image/format.h"
#include "image/luma.h"
#include "kernels/kernels.h"

namespace platekeeper {

// One axis: outputs tiles of `step` input pixels each, from `begin` on; what lies outside [begin, begin + extent) is not read.
struct AxisPlan {
  std::int32_t first = 0, end = 0;  // input pixels that are read
  std::size_t perOutput = 0, outputs = 0;
  std::vector<std::int32_t> starts;  // relative to `first`
  std::vector<float> weights;

  void plan(double begin, double extent, double step, std::size_t outputCount, std::int32_t inputSize);
  // Rounds the weights to 256ths that still sum to one. Both passes over bytes are then exact in floats, so that every instruction
  // set rounds the result to the same byte. Up to 256 pixels an output; more stay as they are.
  void roundWeights();
  // Whether each output is the plain mean of the next perOutput input pixels, and those few enough for `averageColumns`.
  bool whole() const;
  Taps taps() const { return {starts.data(), weights.data(), perOutput, outputs}; }

 private:
  // What one output reads, relative to `first`: pixels [from, to) where they lie in [low, high).
  struct Reach {
    std::int32_t from, to;
    double low, high;
  };
  Reach reachOf(std::size_t output) const;

  double begin_ = 0, extent_ = 0, step_ = 0;
  std::int32_t inputSize_ = 0;
};

struct Plans {
  AxisPlan columns, rows;
};

// Scratch memory, kept between frames so that a steady stream allocates nothing and plans nothing twice. One per thread.
struct Workspace {
  std::vector<Plans> letterboxes;
  Plans patch;
  std::vector<float> lines, transposed, picture, plate;
  std::vector<const std::uint8_t*> pointers;
  std::vector<float> weights;
  std::vector<std::uint8_t> luma, bytes;
  std::vector<std::uint16_t> sums;
  std::vector<std::int32_t> held;
  std::vector<std::uint32_t> cells;
};

struct Target {
  float* out;
  std::size_t stride;
  float gain, bias;
};

// target.out[j * stride + i] = gain * luma + bias
void resample(const Kernels& kernels, const ImageView& image, const Plans& plans, const Target& target, Workspace& workspace);

struct LetterboxOptions {
  Rectangle crop;
  std::size_t width, height;
  // The part of the tensor, from its top left, that the crop is fitted into; at most all of it.
  std::size_t withinWidth, withinHeight;
  float mean, deviation, pad;
};

// tensor = frame * scale + offset
struct Letterbox {
  double scale, offsetX, offsetY;
};

// The crop at the tensor's top left, as large as fits, (luma - mean) / deviation; around it (pad - mean) / deviation.
// `plans` are kept for the next frame: one for each of the views that are laid out of every frame.
Letterbox letterbox(const Kernels& kernels, const ImageView& image, const LetterboxOptions& options, float* out, Plans& plans,
                    Workspace& workspace);

}  // namespace platekeeper
