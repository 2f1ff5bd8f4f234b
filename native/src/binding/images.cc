#include <algorithm>

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
  options.width = in.side();
  options.height = in.side();
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

struct RectifyCall {
  ImageView image;
  std::span<const float> corners;
  RectifyOptions options;

  std::size_t quads() const { return corners.size() / 8; }
  std::size_t pixels() const { return options.width * options.height; }
  Quad quad(std::size_t index) const {
    Quad quad{};
    std::copy_n(corners.begin() + static_cast<std::ptrdiff_t>(index * 8), 8, quad.begin());
    return quad;
  }
};

RectifyCall rectifyCall(Arguments& in) {
  const ImageView image = in.image();
  const std::span<const float> corners = in.floats();
  return {image, corners, {in.side(), in.side(), in.number(), in.number()}};
}

void rectifyToTensor(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  const RectifyCall call = rectifyCall(in);
  const float floor = static_cast<float>(in.number());
  float* out = in.tensor(call.quads() * call.pixels()).data();
  for (std::size_t i = 0; i < call.quads(); i++, out += call.pixels()) {
    const bool drawn = rectify(engine.kernels, call.image, call.quad(i), call.options, out, engine.workspace);
    if (drawn) engine.kernels.standardise(out, call.pixels(), floor);
  }
}

void rectifyToGrey(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  const RectifyCall call = rectifyCall(in);
  std::uint8_t* out = in.picture(call.quads() * call.pixels()).data();
  engine.workspace.plate.resize(std::max(engine.workspace.plate.size(), call.pixels()));
  float* const plate = engine.workspace.plate.data();
  for (std::size_t i = 0; i < call.quads(); i++, out += call.pixels()) {
    rectify(engine.kernels, call.image, call.quad(i), call.options, plate, engine.workspace);
    engine.kernels.toBytes(plate, out, call.pixels());
  }
}

Napi::Value histogram(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  const std::uint32_t step = in.side();
  const auto counts = lumaHistogram(engineOf(info).kernels, image, static_cast<std::int32_t>(step), engineOf(info).workspace);
  Napi::Uint32Array result = Napi::Uint32Array::New(info.Env(), counts.size());
  std::copy(counts.begin(), counts.end(), result.Data());
  return result;
}

Napi::Value motion(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  const std::size_t columns = in.side(), rows = in.side();
  const std::span<std::uint8_t> previous = in.picture(columns * rows);
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
