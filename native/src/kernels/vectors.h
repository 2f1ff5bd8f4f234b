// The kernels that gain from being written with vectors, once, in GCC's portable vector types, for PLATEKEEPER_LANES floats.
//
// Included inside each set's own namespace, which then defines the two things that portable types lack or do badly: `gather` and
// `widened`. Like rows.h it shares nothing between sets. Tails shorter than a vector are done by the same arithmetic on one float.

static constexpr std::size_t lanes = PLATEKEEPER_LANES;

typedef float Floats __attribute__((vector_size(4 * PLATEKEEPER_LANES)));
typedef std::int32_t Ints __attribute__((vector_size(4 * PLATEKEEPER_LANES)));

// One load a lane: from[places[lane]].
static inline Ints gather(const std::uint32_t* from, Ints places);
// As many bytes as there are lanes, each as a float.
static inline Floats widened(const std::uint8_t* from);

static inline Floats loadFloats(const float* from) {
  Floats value;
  __builtin_memcpy(&value, from, sizeof value);
  return value;
}

static inline void store(float* to, Floats value) { __builtin_memcpy(to, &value, sizeof value); }

static inline Floats all(float value) { return value - Floats{}; }

// Four vectors abreast, so that the sums do not wait for each other.
static void weighRows(const std::uint8_t* const* rows, const float* weights, std::size_t count, float* out, std::size_t pixels) {
  std::size_t x = 0;
  for (; x + 4 * lanes <= pixels; x += 4 * lanes) {
    Floats a{}, b{}, c{}, d{};
    for (std::size_t k = 0; k < count; k++) {
      const std::uint8_t* const row = rows[k] + x;
      const Floats weight = all(weights[k]);
      a += weight * widened(row);
      b += weight * widened(row + lanes);
      c += weight * widened(row + 2 * lanes);
      d += weight * widened(row + 3 * lanes);
    }
    store(out + x, a);
    store(out + x + lanes, b);
    store(out + x + 2 * lanes, c);
    store(out + x + 3 * lanes, d);
  }
  for (; x + lanes <= pixels; x += lanes) {
    Floats sum{};
    for (std::size_t k = 0; k < count; k++) sum += all(weights[k]) * widened(rows[k] + x);
    store(out + x, sum);
  }
  for (; x < pixels; x++) {
    float sum = 0.0f;
    for (std::size_t k = 0; k < count; k++) sum += weights[k] * static_cast<float>(rows[k][x]);
    out[x] = sum;
  }
}

// Swaps the off-diagonal blocks of `size` lanes between two rows of a square.
template <std::size_t size, std::size_t... lane>
static inline void swapBlocks(Floats& upper, Floats& lower, std::index_sequence<lane...>) {
  const Floats a = upper, b = lower;
  upper = __builtin_shufflevector(a, b, (lane & size ? lanes + lane - size : lane)...);
  lower = __builtin_shufflevector(a, b, (lane & size ? lanes + lane : lane + size)...);
}

// Swaps rows and columns of a square of vectors, blocks of 1, 2, 4 ... lanes in turn.
template <std::size_t size = 1>
static inline void transpose(Floats (&square)[lanes]) {
  if constexpr (size < lanes) {
#pragma GCC unroll 16
    for (std::size_t i = 0; i < lanes; i++) {
      if ((i & size) == 0) swapBlocks<size>(square[i], square[i + size], std::make_index_sequence<lanes>());
    }
    transpose<2 * size>(square);
  }
}

// One output of every row of a turned bundle.
static inline Floats tapped(const float* turned, const Taps& taps, std::size_t output, float bias) {
  const float* const from = turned + static_cast<std::size_t>(taps.starts[output]) * lanes;
  const float* const weights = taps.weights + output * taps.perOutput;
  Floats sum = all(bias);
  for (std::size_t k = 0; k < taps.perOutput; k++) sum += all(weights[k]) * loadFloats(from + k * lanes);
  return sum;
}

// Lanes are rows: the bundle is turned on its side, so that each tap is one load and one multiply-add for all rows, and turned
// back on the way out.
static void weighColumns(const float* in, std::size_t inStride, std::size_t rows, const Taps& taps, float bias, float* out,
                         std::size_t outStride, float* scratch) {
  for (std::size_t top = 0; top < rows; top += lanes) {
    for (std::size_t x = 0; x < inStride; x += lanes) {
      Floats square[lanes];
#pragma GCC unroll 16
      for (std::size_t r = 0; r < lanes; r++) square[r] = loadFloats(in + (top + r) * inStride + x);
      transpose(square);
#pragma GCC unroll 16
      for (std::size_t r = 0; r < lanes; r++) store(scratch + (x + r) * lanes, square[r]);
    }
    const std::size_t height = rows - top < lanes ? rows - top : lanes;
    std::size_t left = 0;
    for (; left + lanes <= taps.outputs; left += lanes) {
      Floats square[lanes];
#pragma GCC unroll 16
      for (std::size_t i = 0; i < lanes; i++) square[i] = tapped(scratch, taps, left + i, bias);
      transpose(square);
      float* const to = out + top * outStride + left;
      if (height == lanes) {
#pragma GCC unroll 16
        for (std::size_t r = 0; r < lanes; r++) store(to + r * outStride, square[r]);
      } else {
        for (std::size_t r = 0; r < height; r++) store(to + r * outStride, square[r]);
      }
    }
    for (; left < taps.outputs; left++) {
      const Floats column = tapped(scratch, taps, left, bias);
      for (std::size_t r = 0; r < height; r++) out[(top + r) * outStride + left] = column[r];
    }
  }
}

// Every factor-th float of `factor` vectors that lie one behind the other, from float `first` on, and of them what lies in the first
// `from + 1` vectors: lanes that belong to later ones hold anything.
template <std::size_t factor, std::size_t first, std::size_t from, std::size_t... lane>
static inline Floats strided(const Floats (&row)[factor], std::index_sequence<lane...> each) {
  if constexpr (from == 0) {
    return __builtin_shufflevector(row[0], row[0], ((factor * lane + first) % lanes)...);
  } else {
    const Floats before = strided<factor, first, from - 1>(row, each);
    return __builtin_shufflevector(before, row[from],
                                   ((factor * lane + first) / lanes == from ? lanes + (factor * lane + first) % lanes : lane)...);
  }
}

template <std::size_t factor, std::size_t... first>
static inline Floats neighboursOf(const Floats (&row)[factor], std::index_sequence<first...>) {
  return (strided<factor, first, factor - 1>(row, std::make_index_sequence<lanes>()) + ...);
}

template <std::size_t factor>
static void averageBy(const float* in, float share, float bias, float* out, std::size_t outputs) {
  std::size_t i = 0;
  for (; i + lanes <= outputs; i += lanes) {
    Floats row[factor];
#pragma GCC unroll 4
    for (std::size_t k = 0; k < factor; k++) row[k] = loadFloats(in + i * factor + k * lanes);
    store(out + i, all(bias) + share * neighboursOf(row, std::make_index_sequence<factor>()));
  }
  for (; i < outputs; i++) {
    float sum = 0.0f;
    for (std::size_t k = 0; k < factor; k++) sum += in[i * factor + k];
    out[i] = bias + share * sum;
  }
}

static void averageColumns(const float* in, std::size_t factor, float share, float bias, float* out, std::size_t outputs) {
  switch (factor) {
    case 1: return averageBy<1>(in, share, bias, out, outputs);
    case 2: return averageBy<2>(in, share, bias, out, outputs);
    case 3: return averageBy<3>(in, share, bias, out, outputs);
    default: return averageBy<4>(in, share, bias, out, outputs);
  }
}

// NaN goes to 0, so that no coordinate leaves the texture.
static inline Floats clampTo(Floats value, Floats most) {
  const Floats low = value > Floats{} ? value : Floats{};
  return low < most ? low : most;
}

static inline Floats steps() {
  Floats value;
  for (std::size_t i = 0; i < lanes; i++) value[i] = static_cast<float>(i);
  return value;
}

static inline Floats sampled(const Texture& texture, const Ray& ray, Floats t) {
  const Floats share = 1.0f / (ray.w + t * ray.dw);
  const Floats x = clampTo((ray.x + t * ray.dx) * share, all(static_cast<float>(texture.width - 1)));
  const Floats y = clampTo((ray.y + t * ray.dy) * share, all(static_cast<float>(texture.height - 1)));
  const Ints column = __builtin_convertvector(x, Ints), line = __builtin_convertvector(y, Ints);
  const Floats right = x - __builtin_convertvector(column, Floats), down = y - __builtin_convertvector(line, Floats);
  const Ints cell = gather(texture.cells, line * texture.width + column);
  const Floats a = __builtin_convertvector(cell & 0xff, Floats), b = __builtin_convertvector(cell >> 8 & 0xff, Floats);
  const Floats c = __builtin_convertvector(cell >> 16 & 0xff, Floats), d = __builtin_convertvector(cell >> 24 & 0xff, Floats);
  const Floats upper = a + (b - a) * right, lower = c + (d - c) * right;
  return upper + (lower - upper) * down;
}

static void warpRow(const Texture& texture, const Ray& ray, float gain, float* out, std::size_t count) {
  Floats t = steps();
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes, t += static_cast<float>(lanes)) {
    store(out + i, loadFloats(out + i) + gain * sampled(texture, ray, t));
  }
  if (i == count) return;
  const Floats last = gain * sampled(texture, ray, t);
  for (std::size_t lane = 0; i < count; i++, lane++) out[i] += last[lane];
}

static inline float total(Floats value) {
  float sum = 0.0f;
  for (std::size_t i = 0; i < lanes; i++) sum += value[i];
  return sum;
}

static void standardise(float* values, std::size_t count, float floor) {
  Floats sums{};
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) sums += loadFloats(values + i);
  float sum = total(sums);
  for (; i < count; i++) sum += values[i];
  const float mean = sum / static_cast<float>(count);

  Floats squares{};
  for (i = 0; i + lanes <= count; i += lanes) {
    const Floats away = loadFloats(values + i) - mean;
    squares += away * away;
  }
  float square = total(squares);
  for (; i < count; i++) square += (values[i] - mean) * (values[i] - mean);
  const float deviation = __builtin_sqrtf(square / static_cast<float>(count));

  const float gain = 1.0f / (deviation > floor ? deviation : floor);
  for (i = 0; i + lanes <= count; i += lanes) store(values + i, (loadFloats(values + i) - mean) * gain);
  for (; i < count; i++) values[i] = (values[i] - mean) * gain;
}

// Twelve chains: enough to cover the latency of a fused multiply-add on two ports.
static constexpr std::size_t chains = 12;
static constexpr std::size_t multiplyAddsPerRound = chains * lanes;

static float multiplyAdds(std::uint64_t rounds) {
  Floats sums[chains];
#pragma GCC unroll 16
  for (std::size_t i = 0; i < chains; i++) sums[i] = all(static_cast<float>(i));
  Floats half = all(0.5f), one = all(1.0f);
#if defined(__x86_64__)
  asm volatile("" : "+x"(half), "+x"(one));
#else
  asm volatile("" : "+w"(half), "+w"(one));
#endif
  for (std::uint64_t round = 0; round < rounds; round++) {
#pragma GCC unroll 16
    for (std::size_t i = 0; i < chains; i++) sums[i] = sums[i] * half + one;
  }
  Floats sum{};
#pragma GCC unroll 16
  for (std::size_t i = 0; i < chains; i++) sum += sums[i];
  return total(sum);
}
