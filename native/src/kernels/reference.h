// The network kernels in the plainest words: the scalar set, and what every other set is tested against.

static constexpr std::size_t filterLanes = 4;
static constexpr std::size_t filterVectors = 2;
static constexpr bool filterPairs = false;

static float held(float value, const Clamp& clamp) {
  const float raised = value < clamp.low ? clamp.low : value;
  return raised > clamp.high ? clamp.high : raised;
}

static void convolve(const Runs& runs, const Filters& filters, const Clamp& clamp, const Place& place) {
  for (std::size_t p = 0; p < runs.pixels; p++) {
    for (std::size_t c = 0; c < filters.channels; c++) {
      float sum = filters.bias[c];
      for (std::size_t run = 0; run < runs.perPixel; run++) {
        const float* const input = runs.from(p, run);
        const float* const weights = filters.weights + run * runs.length * filters.width + c;
        for (std::size_t k = 0; k < runs.length; k++) sum += input[k] * weights[k * filters.width];
      }
      if (place.plus) sum += place.plus[p * place.stride + c];
      place.out[p * place.stride + c] = held(sum, clamp);
    }
  }
}

static void convolveThrees(const Threes& threes, const Filters& filters, const Clamp& clamp, const Place& place) {
  for (std::size_t p = 0; p < threes.pixels; p++) {
    const float* const starts[3] = {threes.rows[0] + p * threes.step, threes.rows[1] + p * threes.step,
                                    threes.rows[2] + p * threes.step};
    const Place pixel{place.out + p * place.stride, place.stride, place.plus ? place.plus + p * place.stride : nullptr};
    convolve({starts, 1, 3, 3}, filters, clamp, pixel);
  }
}

// Calls `fold` with each value of a channel in a pixel's window, and with its place in the window.
template <class Fold>
static void eachTap(const Runs& runs, std::size_t pixel, std::size_t channels, std::size_t channel, Fold fold) {
  std::size_t tap = 0;
  for (std::size_t run = 0; run < runs.perPixel; run++) {
    const float* const input = runs.from(pixel, run);
    for (std::size_t at = 0; at < runs.length; at += channels) fold(input[at + channel], tap++);
  }
}

static void convolveChannels(const Runs& runs, const ChannelFilters& filters, const Clamp& clamp, const Place& place) {
  for (std::size_t p = 0; p < runs.pixels; p++) {
    for (std::size_t c = 0; c < filters.channels; c++) {
      float sum = filters.bias[c];
      eachTap(runs, p, filters.channels, c,
              [&](float value, std::size_t tap) { sum += value * filters.weights[tap * filters.channels + c]; });
      place.out[p * place.stride + c] = held(sum, clamp);
    }
  }
}

static void maxima(const Runs& runs, std::size_t channels, const Place& place) {
  for (std::size_t p = 0; p < runs.pixels; p++) {
    for (std::size_t c = 0; c < channels; c++) {
      float largest = -__builtin_inff();
      eachTap(runs, p, channels, c, [&](float value, std::size_t) { largest = value > largest ? value : largest; });
      place.out[p * place.stride + c] = largest;
    }
  }
}

static void means(const Runs& runs, std::size_t channels, const float* shares, const Place& place) {
  for (std::size_t p = 0; p < runs.pixels; p++) {
    for (std::size_t c = 0; c < channels; c++) {
      float sum = 0.0f;
      eachTap(runs, p, channels, c, [&](float value, std::size_t) { sum += value; });
      place.out[p * place.stride + c] = sum * shares[p];
    }
  }
}

static void add(const float* a, const float* b, const Clamp& clamp, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) out[i] = held(a[i] + b[i], clamp);
}

static void hold(const float* in, const Clamp& clamp, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) out[i] = held(in[i], clamp);
}

static void lean(const float* in, const float* slopes, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) out[i] = in[i] < 0.0f ? slopes[i] * in[i] : in[i];
}

static void bend(Curve curve, const float* in, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) {
    const float x = in[i];
    if (curve == Curve::sigmoid) out[i] = 1.0f / (1.0f + std::exp(-x));
    else out[i] = x >= 0.0f ? x : std::expm1(x);
  }
}

static void blend(const Corners& corners, float* out, std::size_t channels) {
  for (std::size_t c = 0; c < channels; c++) {
    const float top = corners.topLeft[c] + (corners.topRight[c] - corners.topLeft[c]) * corners.right;
    const float bottom = corners.bottomLeft[c] + (corners.bottomRight[c] - corners.bottomLeft[c]) * corners.right;
    out[c] = top + (bottom - top) * corners.down;
  }
}
