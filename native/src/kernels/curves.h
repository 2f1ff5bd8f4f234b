// Activations with an exponential in them, within a few units of the last place of what float32 can say.
//
// Included inside each set's own namespace after channels.h.

// e^x as scale * (1 + rest): `scale` a power of two, `rest` exact in its last places near 0 as well.
struct Exponential {
  Floats scale, rest;
};

// For x of at most 88; from -87 down it stays what it is there. x = n ln 2 + r, scale = 2^n, rest = e^r - 1. Source of the split of
// ln 2 and of the coefficients: S. Moshier, Cephes, expf.c (netlib).
static inline Exponential exponential(Floats x) {
  const Floats real = x == x ? x : Floats{};  // a NaN has no whole number; it comes back in r
  const Floats low = all(-87.0f);
  const Floats bounded = real < low ? low : real;
  const Floats half = bounded < Floats{} ? all(-0.5f) : all(0.5f);
  const Ints n = __builtin_convertvector(bounded * 1.44269504088896341f + half, Ints);
  const Floats whole = __builtin_convertvector(n, Floats);
  const Floats r = (x == x ? bounded : x) - whole * 0.693359375f - whole * -2.12194440e-4f;
  Floats series = all(1.9875691500e-4f);
  series = series * r + 1.3981999507e-3f;
  series = series * r + 8.3334519073e-3f;
  series = series * r + 4.1665795894e-2f;
  series = series * r + 1.6666665459e-1f;
  series = series * r + 5.0000001201e-1f;
  return {reinterpret_cast<Floats>((n + 127) << 23), series * r * r + r};
}

static inline Floats elu(Floats x) {
  const Exponential e = exponential(x < Floats{} ? x : Floats{});
  const Floats bent = e.scale * e.rest + (e.scale - 1.0f);
  return x < Floats{} ? bent : x;
}

// By the side that does not overflow: e^-|x| is at most 1.
static inline Floats sigmoid(Floats x) {
  const Exponential e = exponential(x < Floats{} ? x : -x);
  const Floats small = e.scale + e.scale * e.rest;
  return (x < Floats{} ? small : all(1.0f)) / (1.0f + small);
}

static void bend(Curve curve, const float* in, float* out, std::size_t count) {
  if (curve == Curve::elu) mapFloats(elu, out, count, in);
  else mapFloats(sigmoid, out, count, in);
}
