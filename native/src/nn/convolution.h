// Convolution, whole and by channel. A product of matrices is a convolution by a window of one pixel.
#pragma once

#include <span>
#include <vector>

#include "nn/filters.h"
#include "nn/window.h"

namespace platekeeper {

// Scratch memory of one thread's networks.
struct NetworkWorkspace {
  Strips strips;
  std::vector<float> bias, shares;
};

// out[pixel][channel]; `bias` is null for none. Where `plus` is not null its values, one for each of `out`, are added before clamping.
struct Convolution {
  Window window;
  std::size_t channels;
  const float* input;
  std::span<const float> packed;
  const float* bias;
  const float* plus;
  Clamp clamp;
  float* out;

  FilterShape filters() const;
};
void convolve(const Kernels& kernels, const Convolution& convolution, NetworkWorkspace& workspace);

// Each channel for itself; `weights` are [window row][window column][channel] as they are, finite.
struct ChannelConvolution {
  Window window;
  const float* input;
  const float* weights;
  const float* bias;
  Clamp clamp;
  float* out;
};
void convolveChannels(const Kernels& kernels, const ChannelConvolution& convolution, NetworkWorkspace& workspace);

}  // namespace platekeeper
