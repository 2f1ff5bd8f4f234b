// Kernels that keep channels apart: depthwise convolution, pooling, addition, bilinear samples. A vector is neighbouring channels.
//
// Included inside each set's own namespace after tiles.h.

// Calls `full` for each whole vector of `count` floats, then `part` for the rest: both with a place, `part` with how many.
template <class Full, class Part>
static inline void eachVector(std::size_t count, Full full, Part part) {
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) full(i);
  if (i < count) part(i, count - i);
}

// One function of vectors over arrays.
template <class Function, class... Arrays>
static inline void mapFloats(Function function, float* out, std::size_t count, Arrays... in) {
  eachVector(
      count, [&](std::size_t i) { store(out + i, function(loadFloats(in + i)...)); },
      [&](std::size_t i, std::size_t some) { storePart(out + i, function(loadPart(in + i, some)...), some); });
}

// Folds a vector of channels over all the pixels of a window.
template <class Load, class Fold>
static inline Floats folded(const Runs& runs, std::size_t pixel, std::size_t channels, std::size_t channel, Floats value, Load load,
                            Fold fold) {
  std::size_t tap = 0;
  for (std::size_t run = 0; run < runs.perPixel; run++) {
    const float* const start = runs.from(pixel, run) + channel;
    for (std::size_t at = 0; at < runs.length; at += channels, tap++) value = fold(value, load(start + at), tap);
  }
  return value;
}

template <class Fold, class Finish>
static inline void foldWindows(const Runs& runs, std::size_t channels, Floats empty, Fold fold, Finish finish, const Place& place) {
  for (std::size_t p = 0; p < runs.pixels; p++) {
    float* const out = place.out + p * place.stride;
    eachVector(
        channels,
        [&](std::size_t c) {
          store(out + c, finish(folded(runs, p, channels, c, empty, loadFloats, fold), p));
        },
        [&](std::size_t c, std::size_t some) {
          const auto load = [&](const float* from) { return loadPart(from, some); };
          storePart(out + c, finish(folded(runs, p, channels, c, empty, load, fold), p), some);
        });
  }
}

static void maxima(const Runs& runs, std::size_t channels, const Place& place) {
  const auto larger = [](Floats value, Floats found, std::size_t) { return found > value ? found : value; };
  foldWindows(runs, channels, all(-__builtin_inff()), larger, [](Floats value, std::size_t) { return value; }, place);
}

static void means(const Runs& runs, std::size_t channels, const float* shares, const Place& place) {
  const auto sum = [](Floats value, Floats found, std::size_t) { return value + found; };
  foldWindows(runs, channels, Floats{}, sum, [&](Floats value, std::size_t p) { return value * shares[p]; }, place);
}

// Four pixels at a time, so that a vector of weights serves them all.
template <std::size_t pixels, class Load>
static inline void weighWindow(const Runs& runs, std::size_t first, const ChannelFilters& filters, std::size_t channel, Load load,
                               Floats (&sums)[pixels]) {
  const Floats bias = load(filters.bias + channel);
#pragma GCC unroll 4
  for (std::size_t p = 0; p < pixels; p++) sums[p] = bias;
  const float* weights = filters.weights + channel;
  for (std::size_t run = 0; run < runs.perPixel; run++) {
    const float* starts[pixels];
#pragma GCC unroll 4
    for (std::size_t p = 0; p < pixels; p++) starts[p] = runs.from(first + p, run) + channel;
    for (std::size_t at = 0; at < runs.length; at += filters.channels, weights += filters.channels) {
      const Floats weight = load(weights);
#pragma GCC unroll 4
      for (std::size_t p = 0; p < pixels; p++) sums[p] += load(starts[p] + at) * weight;
    }
  }
}

template <std::size_t pixels>
static inline void weighWindows(const Runs& runs, std::size_t first, const ChannelFilters& filters, const Finish& finish,
                                const Place& place) {
  float* const out = place.out + first * place.stride;
  Floats sums[pixels];
  eachVector(
      filters.channels,
      [&](std::size_t c) {
        weighWindow(runs, first, filters, c, loadFloats, sums);
        for (std::size_t p = 0; p < pixels; p++) store(out + p * place.stride + c, finish.held(sums[p]));
      },
      [&](std::size_t c, std::size_t some) {
        weighWindow(runs, first, filters, c, [&](const float* from) { return loadPart(from, some); }, sums);
        for (std::size_t p = 0; p < pixels; p++) storePart(out + p * place.stride + c, finish.held(sums[p]), some);
      });
}

static void convolveChannels(const Runs& runs, const ChannelFilters& filters, const Clamp& clamp, const Place& place) {
  const Finish finish(clamp);
  std::size_t first = 0;
  for (; first + 4 <= runs.pixels; first += 4) weighWindows<4>(runs, first, filters, finish, place);
  for (; first < runs.pixels; first++) weighWindows<1>(runs, first, filters, finish, place);
}

static void add(const float* a, const float* b, const Clamp& clamp, float* out, std::size_t count) {
  const Finish finish(clamp);
  mapFloats([&](Floats left, Floats right) { return finish.held(left + right); }, out, count, a, b);
}

static void hold(const float* in, const Clamp& clamp, float* out, std::size_t count) {
  const Finish finish(clamp);
  mapFloats([&](Floats value) { return finish.held(value); }, out, count, in);
}

static void lean(const float* in, const float* slopes, float* out, std::size_t count) {
  mapFloats([](Floats value, Floats slope) { return value < Floats{} ? value * slope : value; }, out, count, in, slopes);
}

static void blend(const Corners& corners, float* out, std::size_t channels) {
  const auto between = [&](Floats topLeft, Floats topRight, Floats bottomLeft, Floats bottomRight) {
    const Floats top = topLeft + (topRight - topLeft) * corners.right;
    const Floats bottom = bottomLeft + (bottomRight - bottomLeft) * corners.right;
    return top + (bottom - top) * corners.down;
  };
  mapFloats(between, out, channels, corners.topLeft, corners.topRight, corners.bottomLeft, corners.bottomRight);
}
