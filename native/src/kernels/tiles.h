// Convolution in registers: a tile of pixels times vectors of output channels, summed over all its inputs before anything is stored.
//
// Included inside each set's own namespace after vectors.h. Every input value is read once a tile and multiplied into all of the
// tile's vectors; every vector of weights is read once and multiplied into all of its pixels. Where channels are no whole number of
// vectors but of their halves (24 and 40 are 1.5 and 2.5 of sixteen), blocks are paired: two inputs at once, even lanes for the first
// and odd lanes for the second, which are summed at the end.

// Vectors of output channels in a tile. With as many pixels as below, sums, weights and one input fill the registers and no more.
// Fewer loads a multiply-add are not only faster: the processor clocks down for vectors of sixteen that are all loaded.
static constexpr std::size_t filterVectors = lanes == 16 ? 4 : 3;
static constexpr bool filterPairs = lanes == 16;
// Floats of weights, or of results, that are asked for before they are needed.
static constexpr std::size_t fetchAhead = 256;

static constexpr std::size_t tilePixels(std::size_t vectors) {
  constexpr std::size_t registers = lanes == 8 ? 1 : 2;  // in sixteens
  switch (vectors) {
    case 1: return 12;
    case 2: return 6 * registers;
    case 3: return 4 * registers;
    case 4: return 6;
    default: return 5;
  }
}

// The set's own: so many lanes of a vector, the others 0 or left alone.
static inline Floats loadPart(const float* from, std::size_t count);
static inline void storePart(float* to, Floats value, std::size_t count);

typedef std::int64_t Pairs __attribute__((vector_size(4 * PLATEKEEPER_LANES)));

// Two neighbouring floats in turn.
static inline Floats bothOf(const float* from) {
  std::int64_t pair;
  __builtin_memcpy(&pair, from, sizeof pair);
  return reinterpret_cast<Floats>(Pairs{} + pair);
}

// The sums of neighbouring lanes of two vectors, one behind the other.
template <std::size_t... lane>
static inline Floats neighboursSummed(Floats a, Floats b, std::index_sequence<lane...>) {
  return __builtin_shufflevector(a, b, (2 * lane)...) + __builtin_shufflevector(a, b, (2 * lane + 1)...);
}

// What becomes of a sum, with the limits ready in registers.
struct Finish {
  Floats low, high;

  explicit Finish(const Clamp& clamp) : low(all(clamp.low)), high(all(clamp.high)) {}

  Floats held(Floats value) const {
    const Floats raised = value < low ? low : value;
    return raised > high ? high : raised;
  }

  [[gnu::always_inline]] void operator()(Floats value, float* out, const float* plus, std::size_t count) const {
    if (count >= lanes) {
      if (plus) value += loadFloats(plus);
      store(out, held(value));
    } else {
      if (plus) value += loadPart(plus, count);
      storePart(out, held(value), count);
    }
  }
};

template <std::size_t pixels, std::size_t vectors, bool paired>
static inline void sum(const Runs& runs, std::size_t first, const float* weights, Floats (&sums)[pixels][vectors]) {
  constexpr std::size_t step = paired ? 2 : 1;
  for (std::size_t run = 0; run < runs.perPixel; run++) {
    const float* inputs[pixels];
#pragma GCC unroll 16
    for (std::size_t p = 0; p < pixels; p++) inputs[p] = runs.from(first + p, run);
#pragma GCC unroll 4
    for (std::size_t k = 0; k < runs.length; k += step, weights += vectors * lanes) {
      Floats row[vectors];
#pragma GCC unroll 5
      for (std::size_t v = 0; v < vectors; v++) {
        row[v] = loadFloats(weights + v * lanes);
        // So wide a block does not stay in the nearest cache from one tile to the next.
        if constexpr (vectors == 4) __builtin_prefetch(weights + v * lanes + fetchAhead);
      }
#pragma GCC unroll 16
      for (std::size_t p = 0; p < pixels; p++) {
        const Floats input = paired ? bothOf(inputs[p] + k) : all(inputs[p][k]);
#pragma GCC unroll 5
        for (std::size_t v = 0; v < vectors; v++) sums[p][v] += input * row[v];
      }
    }
  }
}

template <std::size_t pixels, std::size_t vectors, bool paired>
static inline void tile(const Runs& runs, std::size_t first, const Filters& filters, const Finish& finish, const Place& place) {
  Floats sums[pixels][vectors]{};
  sum<pixels, vectors, paired>(runs, first, filters.weights, sums);
  constexpr std::size_t results = paired ? (vectors + 1) / 2 : vectors;
  const std::size_t last = filters.channels - (results - 1) * lanes;
#pragma GCC unroll 16
  for (std::size_t p = 0; p < pixels; p++) {
    const std::size_t at = (first + p) * place.stride;
    float* const out = place.out + at;
    const float* const plus = place.plus ? place.plus + at : nullptr;
#pragma GCC unroll 4
    for (std::size_t v = 0; v < results; v++) {
      Floats value;
      if constexpr (paired) {
        value = neighboursSummed(sums[p][2 * v], sums[p][2 * v + 1 < vectors ? 2 * v + 1 : 2 * v], std::make_index_sequence<lanes>());
      } else {
        value = sums[p][v];
      }
      value += loadFloats(filters.bias + v * lanes);
      finish(value, out + v * lanes, plus ? plus + v * lanes : nullptr, v + 1 < results ? lanes : last);
    }
  }
}

// Tiles of `pixels` for as long as so many are left, then of half as many.
template <std::size_t pixels, std::size_t vectors, bool paired>
static void tiles(const Runs& runs, std::size_t first, const Filters& filters, const Finish& finish, const Place& place) {
  for (; first + pixels <= runs.pixels; first += pixels) tile<pixels, vectors, paired>(runs, first, filters, finish, place);
  if constexpr (pixels > 1) {
    if (first < runs.pixels) tiles<pixels / 2, vectors, paired>(runs, first, filters, finish, place);
  }
}

template <std::size_t vectors, bool paired>
static void convolveBlock(const Runs& runs, const Filters& filters, const Clamp& clamp, const Place& place) {
  tiles<tilePixels(vectors), vectors, paired>(runs, 0, filters, Finish(clamp), place);
}

static void convolve(const Runs& runs, const Filters& filters, const Clamp& clamp, const Place& place) {
  if constexpr (filterPairs) {
    if (filters.paired) {
      switch (2 * filters.width / lanes) {
        case 1: return convolveBlock<1, true>(runs, filters, clamp, place);
        case 3: return convolveBlock<3, true>(runs, filters, clamp, place);
        default: return convolveBlock<5, true>(runs, filters, clamp, place);
      }
    }
  }
  switch (filters.width / lanes) {
    case 1: return convolveBlock<1, false>(runs, filters, clamp, place);
    case 2: return convolveBlock<2, false>(runs, filters, clamp, place);
    case 3: return convolveBlock<3, false>(runs, filters, clamp, place);
    default:
      if constexpr (filterVectors > 3) return convolveBlock<4, false>(runs, filters, clamp, place);
  }
}

// All nine weights stay in registers, and neighbouring pixels need no addresses.
template <std::size_t pixels>
static inline void tileOfThrees(const float* const (&rows)[3], std::size_t step, const Floats (&weights)[9], Floats (&sums)[pixels]) {
#pragma GCC unroll 3
  for (std::size_t r = 0; r < 3; r++) {
    const float* input = rows[r];
#pragma GCC unroll 4
    for (std::size_t p = 0; p < pixels; p++, input += step) {
      asm("" : "+r"(input));  // else every address is kept in a register of its own, and there are too few
#pragma GCC unroll 3
      for (std::size_t k = 0; k < 3; k++) sums[p] += all(input[k]) * weights[3 * r + k];
    }
  }
}

static void convolveThrees(const Threes& threes, const Filters& filters, const Clamp& clamp, const Place& place) {
  const auto [from, step, pixels] = threes;
  const auto [to, stride, added] = place;
  const float* rows[3] = {from[0], from[1], from[2]};
  const Finish finish(clamp);
  const std::size_t channels = filters.channels;
  Floats weights[9];
#pragma GCC unroll 9
  for (std::size_t k = 0; k < 9; k++) weights[k] = loadFloats(filters.weights + k * filters.width);
  const Floats bias = loadFloats(filters.bias);
  const auto advance = [&](std::size_t done) {
    for (const float*& row : rows) row += done * step;
  };
  const auto put = [&](Floats value, std::size_t pixel) {
    finish(value, to + pixel * stride, added ? added + pixel * stride : nullptr, channels);
  };
  std::size_t first = 0;
  for (; first + 4 <= pixels; first += 4) {
    // The largest picture of a network is in no cache that is near.
    for (std::size_t p = 0; p < 4; p++) __builtin_prefetch(to + (first + p) * stride + 4 * fetchAhead, 1);
    Floats sums[4] = {bias, bias, bias, bias};
    tileOfThrees(rows, step, weights, sums);
#pragma GCC unroll 4
    for (std::size_t p = 0; p < 4; p++) put(sums[p], first + p);
    advance(4);
  }
  for (; first < pixels; first++) {
    Floats sums[1] = {bias};
    tileOfThrees(rows, step, weights, sums);
    put(sums[0], first);
    advance(1);
  }
}
