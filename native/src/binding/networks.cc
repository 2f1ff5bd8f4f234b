// A network's functions. Each writes one tensor; lengths are checked against the geometry, so that no caller reaches outside a buffer.
#include "binding/arguments.h"
#include "binding/environment.h"
#include "binding/geometry.h"
#include "nn/arrange.h"
#include "nn/elementwise.h"
#include "nn/pooling.h"

namespace platekeeper::binding {
namespace {

Engine& engineOf(const Napi::CallbackInfo& info) { return *static_cast<Engine*>(info.Data()); }

FilterShape shapeOf(Arguments& in) {
  const std::uint32_t depth = in.count();
  if (depth == 0 || depth > 1u << 26) in.refuse("not a depth");
  const std::uint32_t inputs = in.side();
  if (depth % inputs != 0) in.refuse("input channels that do not divide the depth");
  return {depth, inputs, in.side()};
}

Napi::Value packedLength(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const FilterShape shape = shapeOf(in);
  return Napi::Number::New(info.Env(), static_cast<double>(packedFloats(engineOf(info).kernels, shape)));
}

Napi::Value packFilters(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const Kernels& kernels = engineOf(info).kernels;
  const FilterShape shape = shapeOf(in);
  const bool turned = in.number() != 0.0;
  const std::span<const float> weights = in.tensor(shape.depth * shape.channels);
  const std::span<float> packed = in.tensor(packedFloats(kernels, shape));
  return Napi::Boolean::New(info.Env(), pack(kernels, {shape, weights.data(), turned}, packed));
}

void convolution(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  Convolution of{};
  of.window = windowOf(in);
  of.channels = in.side();
  of.input = in.tensor(of.window.inputs()).data();
  of.packed = in.tensor(packedFloats(engine.kernels, of.filters()));
  of.bias = in.tensorOrNothing(of.channels).data();
  of.plus = in.tensorOrNothing(of.window.pixels() * of.channels).data();
  of.clamp = clampOf(in);
  of.out = in.tensor(of.window.pixels() * of.channels).data();
  convolve(engine.kernels, of, engine.network);
}

void channelConvolution(const Napi::CallbackInfo& info) {
  Arguments in(info);
  ChannelConvolution of{};
  of.window = windowOf(in);
  const std::size_t channels = static_cast<std::size_t>(of.window.channels);
  of.input = in.tensor(of.window.inputs()).data();
  of.weights = in.tensor(of.window.taps() * channels).data();
  of.bias = in.tensorOrNothing(channels).data();
  of.clamp = clampOf(in);
  of.out = in.tensor(of.window.pixels() * channels).data();
  convolveChannels(engineOf(info).kernels, of, engineOf(info).network);
}

template <Pool kind>
void pooling(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const Window window = windowOf(in);
  const std::span<const float> input = in.tensor(window.inputs());
  const std::span<float> out = in.tensor(window.pixels() * static_cast<std::size_t>(window.channels));
  pool(engineOf(info).kernels, kind, window, input.data(), out.data(), engineOf(info).network);
}

// Two operands, the second no longer than the first and dividing it.
std::span<const float> repeatedOperand(Arguments& in, std::size_t length) {
  const std::span<const float> second = in.floats();
  if (second.empty() || length % second.size() != 0) in.refuse("an operand that does not divide the first");
  return second;
}

void sum(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::span<const float> first = in.floats(), second = repeatedOperand(in, first.size());
  const Clamp clamp = clampOf(in);
  addRepeated(engineOf(info).kernels, first, second, clamp, in.tensor(first.size()).data(), engineOf(info).network.bias);
}

void held(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::span<const float> values = in.floats();
  const Clamp clamp = clampOf(in);
  engineOf(info).kernels.hold(values.data(), clamp, in.tensor(values.size()).data(), values.size());
}

void leaning(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::span<const float> first = in.floats(), slopes = repeatedOperand(in, first.size());
  leanRepeated(engineOf(info).kernels, first, slopes, in.tensor(first.size()).data(), engineOf(info).network.bias);
}

template <Curve curve>
void bent(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::span<const float> values = in.floats();
  engineOf(info).kernels.bend(curve, values.data(), in.tensor(values.size()).data(), values.size());
}

struct Pictures {
  std::int32_t batch, height, width, channels;
};

Axis axisOf(Arguments& in, std::int32_t size) {
  Axis axis{};
  axis.low = in.integers();
  axis.high = in.integers(axis.low.size());
  axis.share = in.tensor(axis.low.size());
  if (!axis.within(size)) in.refuse("a sample outside the picture");
  return axis;
}

template <bool bilinear>
void resizing(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const Pictures pictures = structureOf<Pictures>(in);
  for (const std::int32_t side : {pictures.batch, pictures.height, pictures.width, pictures.channels}) {
    if (side < 1 || side > 1 << 15) in.refuse("not a size");
  }
  Resizing of{pictures.batch, pictures.height, pictures.width, pictures.channels, axisOf(in, pictures.height), axisOf(in, pictures.width), {}, {}};
  const std::size_t planes = static_cast<std::size_t>(of.batch) * static_cast<std::size_t>(of.channels);
  of.input = in.tensor(planes * static_cast<std::size_t>(of.height) * static_cast<std::size_t>(of.width)).data();
  of.out = in.tensor(planes * of.rows.low.size() * of.columns.low.size()).data();
  if constexpr (bilinear) resizeBilinear(engineOf(info).kernels, of);
  else resizeNearest(of);
}

void arranging(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const Arrangement of = structureOf<Arrangement>(in);
  const std::span<const float> from = in.floats();
  const std::size_t fromOffset = in.count();
  const std::span<float> to = in.floats();
  const std::size_t toOffset = in.count();
  const std::size_t read = of.reachIn(), written = of.reachOut();
  if (read == 0 || written == 0 || fromOffset + read > from.size() || toOffset + written > to.size()) in.refuse("a copy outside a tensor");
  arrange(of, from.data() + fromOffset, to.data() + toOffset);
}

}  // namespace

Napi::Object networkFunctions(Napi::Env env, Engine& engine) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("packedLength", Napi::Function::New(env, packedLength, "packedLength", &engine));
  functions.Set("pack", Napi::Function::New(env, packFilters, "pack", &engine));
  functions.Set("convolve", Napi::Function::New(env, convolution, "convolve", &engine));
  functions.Set("convolveChannels", Napi::Function::New(env, channelConvolution, "convolveChannels", &engine));
  functions.Set("poolMaximum", Napi::Function::New(env, pooling<Pool::maximum>, "poolMaximum", &engine));
  functions.Set("poolMean", Napi::Function::New(env, pooling<Pool::mean>, "poolMean", &engine));
  functions.Set("add", Napi::Function::New(env, sum, "add", &engine));
  functions.Set("hold", Napi::Function::New(env, held, "hold", &engine));
  functions.Set("lean", Napi::Function::New(env, leaning, "lean", &engine));
  functions.Set("sigmoid", Napi::Function::New(env, bent<Curve::sigmoid>, "sigmoid", &engine));
  functions.Set("elu", Napi::Function::New(env, bent<Curve::elu>, "elu", &engine));
  functions.Set("resizeBilinear", Napi::Function::New(env, resizing<true>, "resizeBilinear", &engine));
  functions.Set("resizeNearest", Napi::Function::New(env, resizing<false>, "resizeNearest", &engine));
  functions.Set("arrange", Napi::Function::New(env, arranging, "arrange", &engine));
  return functions;
}

}  // namespace platekeeper::binding
