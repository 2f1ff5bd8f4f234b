// Luma rows from packed and mosaic formats, as plain loops that each set's compiler flags turn into its own vectors.
//
// Included inside each set's own namespace: nothing here may be shared between sets, or the linker could keep the copy that was
// compiled for a better processor. For the same reason no standard-library template is used in a kernel file.

static void yuyvToLuma(const std::uint8_t* __restrict row, std::uint8_t* __restrict out, std::size_t pixels) {
  for (std::size_t x = 0; x < pixels; x++) out[x] = row[2 * x];
}

static void rgbToLuma(const std::uint8_t* __restrict row, std::uint8_t* __restrict out, std::size_t pixels) {
  for (std::size_t x = 0; x < pixels; x++) {
    const unsigned weighed = 77u * row[3 * x] + 150u * row[3 * x + 1] + 29u * row[3 * x + 2];
    out[x] = static_cast<std::uint8_t>((weighed + 128u) >> 8);
  }
}

struct Bayer8 {
  static constexpr std::int32_t half = 512;
  static constexpr int shift = 10;
  static std::int32_t at(const std::uint8_t* row, std::ptrdiff_t x) { return row[x]; }
};

// Scaled to 8 bits by cutting, as a sensor would: rounded, the brightest (1023) would be 256.
struct Bayer10 {
  static constexpr std::int32_t half = 0;
  static constexpr int shift = 12;
  // Bits above the tenth are the sensor's business, not ours. Every machine we build for is little-endian.
  static std::int32_t at(const std::uint8_t* row, std::ptrdiff_t x) {
    std::uint16_t sample;
    __builtin_memcpy(&sample, row + 2 * x, sizeof sample);
    return sample & 0x3ff;
  }
};

template <class Depth>
static std::uint8_t bayerSite(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below,
                              const BayerWeights::Site& site, std::ptrdiff_t x) {
  const std::int32_t sum = site.centre * Depth::at(row, x) + site.beside * (Depth::at(row, x - 1) + Depth::at(row, x + 1)) +
                           site.aboveBelow * (Depth::at(above, x) + Depth::at(below, x)) +
                           site.diagonal * (Depth::at(above, x - 1) + Depth::at(above, x + 1) + Depth::at(below, x - 1) +
                                            Depth::at(below, x + 1));
  return static_cast<std::uint8_t>((sum + Depth::half) >> Depth::shift);
}

template <class Depth>
static void bayerToLuma(const std::uint8_t* __restrict above, const std::uint8_t* __restrict row,
                        const std::uint8_t* __restrict below, const BayerWeights& weights, std::uint8_t* __restrict out,
                        std::size_t pixels) {
  // A run of sites with their weights side by side, so that the compiler sees one loop without a choice in it.
  constexpr std::ptrdiff_t run = 32;
  std::int32_t centre[run], beside[run], aboveBelow[run], diagonal[run];
  for (std::ptrdiff_t i = 0; i < run; i++) {
    const BayerWeights::Site& site = i % 2 == 0 ? weights.even : weights.odd;
    centre[i] = site.centre, beside[i] = site.beside, aboveBelow[i] = site.aboveBelow, diagonal[i] = site.diagonal;
  }
  const std::ptrdiff_t n = static_cast<std::ptrdiff_t>(pixels);
  std::ptrdiff_t x = 0;
  for (; x + run <= n; x += run) {
    for (std::ptrdiff_t i = 0; i < run; i++) {
      out[x + i] = bayerSite<Depth>(above, row, below, {centre[i], beside[i], aboveBelow[i], diagonal[i]}, x + i);
    }
  }
  for (; x < n; x++) out[x] = bayerSite<Depth>(above, row, below, x % 2 == 0 ? weights.even : weights.odd, x);
}

static void bayer8ToLuma(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below,
                         const BayerWeights& weights, std::uint8_t* out, std::size_t pixels) {
  bayerToLuma<Bayer8>(above, row, below, weights, out, pixels);
}

static void bayer10ToLuma(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below,
                          const BayerWeights& weights, std::uint8_t* out, std::size_t pixels) {
  bayerToLuma<Bayer10>(above, row, below, weights, out, pixels);
}

static void packCells(const std::uint8_t* __restrict row, const std::uint8_t* __restrict below, std::uint32_t* __restrict cells,
                      std::size_t pixels) {
  for (std::size_t x = 0; x + 1 < pixels; x++) {
    cells[x] = static_cast<std::uint32_t>(row[x]) | static_cast<std::uint32_t>(row[x + 1]) << 8 |
               static_cast<std::uint32_t>(below[x]) << 16 | static_cast<std::uint32_t>(below[x + 1]) << 24;
  }
  const std::size_t last = pixels - 1;
  cells[last] = static_cast<std::uint32_t>(row[last]) * 0x101u | static_cast<std::uint32_t>(below[last]) * 0x1010000u;
}

static std::uint8_t toByte(float value) {
  const float rounded = value + 0.5f;
  return static_cast<std::uint8_t>(rounded > 0.0f ? (rounded < 255.0f ? rounded : 255.0f) : 0.0f);
}

static void toBytes(const float* __restrict in, std::uint8_t* __restrict out, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) out[i] = toByte(in[i]);
}
