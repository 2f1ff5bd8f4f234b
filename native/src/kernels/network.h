// The kernels of a network: every inner loop that touches a tensor, as part of the table in kernels.h.
//
// Tensors are float32, NHWC, dense. What slides a window over a picture reaches its kernel as runs: for each output pixel the
// addresses of the stretches of input that its window covers, one a row of the window where its columns touch, one a column else.
// A stretch that reaches over the picture's edge is a patched copy of itself, so that a kernel knows no edges and nothing else is
// ever copied. NaN passes through every kernel but `maxima`, which passes it over, as tfjs does.
#pragma once

#include <cstddef>

namespace platekeeper {

// The widest row of a block of filters: what a bias is padded to.
inline constexpr std::size_t filterWidthMost = 64;

// Where the inputs of some output pixels lie: run r of pixel p is `length` floats at from(p, r). The addresses of one run of
// neighbouring pixels stand together.
struct Runs {
  const float* const* starts;
  std::size_t pixels, perPixel, length;

  const float* from(std::size_t pixel, std::size_t run) const { return starts[run * pixels + pixel]; }
};

// Filters of one block of output channels: for each float of the runs, in order, a row of `width` weights, zeros behind `channels`;
// `bias` is padded the same way. `width` is a whole number of filterLanes, at most filterVectors of them. Where the set has
// filterPairs a block may be paired: its width is then 1, 3 or 5 halves of filterLanes, and two rows stand together, weight by weight
// in turn.
struct Filters {
  const float* weights;
  const float* bias;
  std::size_t width, channels;
  bool paired;
};

// Neighbouring output pixels whose windows are three rows of three floats, inside the picture: pixel p reads rows[r][p * step + 0..2].
struct Threes {
  const float* rows[3];
  std::size_t step, pixels;
};

// Filters of single channels: a row of `channels` weights for each pixel of the window.
struct ChannelFilters {
  const float* weights;
  const float* bias;
  std::size_t channels;
};

// What a sum is held between before it is stored; infinities hold nothing.
struct Clamp {
  float low, high;
};

// Where results go: pixel p at out + p * stride. Where `plus` is not null, the values there are added first.
struct Place {
  float* out;
  std::size_t stride;
  const float* plus = nullptr;
};

// Four neighbours of a sample between pixels, and how far it lies to the right and down.
struct Corners {
  const float* topLeft;
  const float* topRight;
  const float* bottomLeft;
  const float* bottomRight;
  float right, down;
};

enum class Curve { sigmoid, elu };

// KERNEL(result, name, arguments)
#define PLATEKEEPER_NETWORK_KERNELS(KERNEL)                                                                                  \
  /* out[p][c] = clamp(bias[c] + the sum of input times weight over the runs + plus[p][c]), for the block's channels. */      \
  KERNEL(void, convolve, (const Runs& runs, const Filters& filters, const Clamp& clamp, const Place& place))                 \
  /* The same for windows of three by three floats: the first layer of a network that looks at luma. `width` is one vector,    \
     as a block of `convolve` has it. */                                                                                     \
  KERNEL(void, convolveThrees, (const Threes& threes, const Filters& filters, const Clamp& clamp, const Place& place))       \
  /* The same with each channel for itself, without `plus`: a run is a row of whole pixels, `channels` floats each. */                       \
  KERNEL(void, convolveChannels, (const Runs& runs, const ChannelFilters& filters, const Clamp& clamp, const Place& place))  \
  /* out[p][c] = the largest of channel c over the runs' pixels. */                                                          \
  KERNEL(void, maxima, (const Runs& runs, std::size_t channels, const Place& place))                                         \
  /* out[p][c] = shares[p] * the sum of channel c over the runs' pixels. */                                                  \
  KERNEL(void, means, (const Runs& runs, std::size_t channels, const float* shares, const Place& place))                     \
  /* out[i] = a[i] + b[i], clamped. */                                                                                       \
  KERNEL(void, add, (const float* a, const float* b, const Clamp& clamp, float* out, std::size_t count))                     \
  KERNEL(void, hold, (const float* in, const Clamp& clamp, float* out, std::size_t count))                                   \
  /* out[i] = in[i] < 0 ? slopes[i] * in[i] : in[i]. */                                                                      \
  KERNEL(void, lean, (const float* in, const float* slopes, float* out, std::size_t count))                                  \
  /* 1 / (1 + e^-x), or x < 0 ? e^x - 1 : x. */                                                                              \
  KERNEL(void, bend, (Curve curve, const float* in, float* out, std::size_t count))                                          \
  /* One pixel between four others. */                                                                                       \
  KERNEL(void, blend, (const Corners& corners, float* out, std::size_t channels))

}  // namespace platekeeper
