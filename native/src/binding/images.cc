#include "binding/arguments.h"
#include "binding/environment.h"
#include "image/limits.h"
#include "image/luma.h"
#include "image/rectify.h"
#include "image/statistics.h"

namespace platekeeper::binding {
namespace {

Engine& engineOf(const Napi::CallbackInfo& info) { return *static_cast<Engine*>(info.Data()); }

void luma(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  const std::span<std::uint8_t> out = in.picture(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
  lumaOf(engineOf(info).kernels, image, out.data());
}

Napi::Value box(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  LetterboxOptions options{};
  options.crop = {in.number(), in.number(), in.number(), in.number()};
  options.width = in.count();
  options.height = in.count();
  options.mean = static_cast<float>(in.number());
  options.deviation = static_cast<float>(in.number());
  options.pad = static_cast<float>(in.number());
  const std::span<float> out = in.tensor(options.width * options.height);
  const Letterbox placed = letterbox(engineOf(info).kernels, image, options, out.data(), engineOf(info).workspace);
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("scale", placed.scale);
  result.Set("offsetX", placed.offsetX);
  result.Set("offsetY", placed.offsetY);
  return result;
}

// Draws every quadrilateral in turn and hands each picture to `keep`.
template <class Draw>
void eachQuad(Arguments& in, const ImageView& image, Engine& engine, Draw draw) {
  const std::span<const float> corners = in.floats();
  RectifyOptions options{};
  options.width = in.count();
  options.height = in.count();
  options.marginX = in.number();
  options.marginY = in.number();
  const std::size_t quads = corners.size() / 8;
  draw(options, quads, [&](std::size_t index, float* out) {
    Quad quad{};
    for (std::size_t i = 0; i < 8; i++) quad[i] = static_cast<double>(corners[index * 8 + i]);
    return rectify(engine.kernels, image, quad, options, out, engine.workspace);
  });
}

void rectifyToTensor(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  const ImageView image = in.image();
  eachQuad(in, image, engine, [&](const RectifyOptions& options, std::size_t quads, auto rectifyOne) {
    const std::size_t pixels = options.width * options.height;
    const float floor = static_cast<float>(in.number());
    const std::span<float> out = in.tensor(quads * pixels);
    for (std::size_t i = 0; i < quads; i++) {
      if (rectifyOne(i, &out[i * pixels])) engine.kernels.standardise(&out[i * pixels], pixels, floor);
    }
  });
}

void rectifyToGrey(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  const ImageView image = in.image();
  eachQuad(in, image, engine, [&](const RectifyOptions& options, std::size_t quads, auto rectifyOne) {
    const std::size_t pixels = options.width * options.height;
    const std::span<std::uint8_t> out = in.picture(quads * pixels);
    std::vector<float> drawn(pixels);
    for (std::size_t i = 0; i < quads; i++) {
      rectifyOne(i, drawn.data());
      engine.kernels.toBytes(drawn.data(), &out[i * pixels], pixels);
    }
  });
}

Napi::Value histogram(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  const std::uint32_t step = in.count();
  if (step == 0 || step > 65535) throw Napi::TypeError::New(info.Env(), "native argument step");
  const auto counts = lumaHistogram(engineOf(info).kernels, image, static_cast<std::int32_t>(step), engineOf(info).workspace);
  Napi::Uint32Array result = Napi::Uint32Array::New(info.Env(), counts.size());
  std::copy(counts.begin(), counts.end(), result.Data());
  return result;
}

Napi::Value motion(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  const std::size_t columns = in.count(), rows = in.count();
  const std::span<std::uint8_t> previous = in.picture(columns * rows);
  if (previous.empty()) throw Napi::TypeError::New(info.Env(), "native argument previous");
  return Napi::Number::New(info.Env(),
                           motionEnergy(engineOf(info).kernels, image, columns, rows, previous.data(), engineOf(info).workspace));
}

Napi::Value peak(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), multiplyAddPeak(engineOf(info).kernels));
}

}  // namespace

Napi::Object imageFunctions(Napi::Env env, Engine& engine) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("lumaOf", Napi::Function::New(env, luma, "lumaOf", &engine));
  functions.Set("letterbox", Napi::Function::New(env, box, "letterbox", &engine));
  functions.Set("rectify", Napi::Function::New(env, rectifyToTensor, "rectify", &engine));
  functions.Set("rectifyToGrey", Napi::Function::New(env, rectifyToGrey, "rectifyToGrey", &engine));
  functions.Set("lumaHistogram", Napi::Function::New(env, histogram, "lumaHistogram", &engine));
  functions.Set("motionEnergy", Napi::Function::New(env, motion, "motionEnergy", &engine));
  functions.Set("multiplyAddPeak", Napi::Function::New(env, peak, "multiplyAddPeak", &engine));
  return functions;
}

}  // namespace platekeeper::binding
