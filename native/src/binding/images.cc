#include <algorithm>

#include "binding/arguments.h"
#include "binding/environment.h"
#include "image/limits.h"
#include "image/luma.h"
#include "image/motion.h"
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

// Views of a frame that are laid out side by side, and where each is.
struct Views {
  static constexpr std::size_t numbers = 6, most = 64;

  std::span<const double> views;  // crop x, y, width, height; width and height of the part of the tensor, each
  LetterboxOptions options;
  std::span<float> out;

  std::size_t count() const { return views.size() / numbers; }

  Napi::Value layOut(const Napi::CallbackInfo& info, const ImageView& image) const {
    Engine& engine = engineOf(info);
    auto& plans = engine.workspace.letterboxes;
    plans.resize(std::max(plans.size(), count()));
    Napi::Array placed = Napi::Array::New(info.Env(), count());
    for (std::size_t i = 0; i < count(); i++) {
      const double* const view = &views[i * numbers];
      LetterboxOptions each = options;
      each.crop = {view[0], view[1], view[2], view[3]};
      each.withinWidth = static_cast<std::size_t>(view[4]);
      each.withinHeight = static_cast<std::size_t>(view[5]);
      const Letterbox at = letterbox(engine.kernels, image, each, out.data() + i * options.width * options.height, plans[i], engine.workspace);
      Napi::Object letterbox = Napi::Object::New(info.Env());
      letterbox.Set("scale", at.scale);
      letterbox.Set("offsetX", at.offsetX);
      letterbox.Set("offsetY", at.offsetY);
      placed.Set(static_cast<std::uint32_t>(i), letterbox);
    }
    return placed;
  }
};

Views viewsOf(Arguments& in) {
  Views of{};
  of.views = in.doubles();
  const std::size_t count = of.count();
  if (count == 0 || count > Views::most || of.views.size() != count * Views::numbers) in.refuse("not views");
  of.options.width = in.side();
  of.options.height = in.side();
  for (std::size_t i = 0; i < count; i++) {
    const double width = of.views[i * Views::numbers + 4], height = of.views[i * Views::numbers + 5];
    if (!(width >= 1.0 && width <= static_cast<double>(of.options.width))) in.refuse("a view wider than the tensor");
    if (!(height >= 1.0 && height <= static_cast<double>(of.options.height))) in.refuse("a view higher than the tensor");
  }
  of.options.mean = static_cast<float>(in.number());
  of.options.deviation = static_cast<float>(in.number());
  of.options.pad = static_cast<float>(in.number());
  of.out = in.tensor(count * of.options.width * of.options.height);
  return of;
}

Napi::Value boxes(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  return viewsOf(in).layOut(info, image);
}

// A frame's cells against those that were seen before.
class Changes {
 public:
  Changes(Engine& engine, const ImageView& image, std::span<float> seen) : seen_(seen) {
    std::vector<float>& picture = engine.workspace.picture;
    picture.resize(std::max(picture.size(), seen.size()));
    means_ = {picture.data(), seen.size()};
    cellMeans(engine.kernels, image, means_, engine.workspace);
    motion = motionBetween(means_, seen_, engine.workspace.weights);
  }
  // They are what was seen from now on.
  void keep() const { std::ranges::copy(means_, seen_.begin()); }

  Motion motion{};

 private:
  std::span<float> seen_, means_;
};

// The same, or undefined where the frame is still: the median cell changed by no more than `typicalMost` since `seen`, none by more than
// `levels` and `noises` times as much. Where it is not, `seen` holds the frame's cells afterwards.
Napi::Value boxesIfMoved(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  const ImageView image = in.image();
  const Views views = viewsOf(in);
  const std::span<float> seen = in.tensor(motionCells(image));
  const bool anyway = in.number() != 0.0;
  const double noises = in.number(), typicalMost = in.number(), levels = in.number();
  const Changes changes(engine, image, seen);
  const double typical = static_cast<double>(changes.motion.typical), largest = static_cast<double>(changes.motion.largest);
  if (!anyway && typical <= typicalMost && largest <= levels + noises * typical) return info.Env().Undefined();
  changes.keep();
  return views.layOut(info, image);
}

Napi::Value motion(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Engine& engine = engineOf(info);
  const ImageView image = in.image();
  const std::span<float> seen = in.tensor(motionCells(image));
  const Changes changes(engine, image, seen);
  changes.keep();
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("largest", static_cast<double>(changes.motion.largest));
  result.Set("typical", static_cast<double>(changes.motion.typical));
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

Napi::Value steps(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  const std::uint32_t step = in.side();
  return Napi::Number::New(info.Env(), lumaSteps(engineOf(info).kernels, image, static_cast<std::int32_t>(step), engineOf(info).workspace));
}

Napi::Value peak(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), multiplyAddPeak(engineOf(info).kernels));
}

}  // namespace

Napi::Object imageFunctions(Napi::Env env, Engine& engine) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("lumaOf", Napi::Function::New(env, luma, "lumaOf", &engine));
  functions.Set("letterboxes", Napi::Function::New(env, boxes, "letterboxes", &engine));
  functions.Set("letterboxesIfMoved", Napi::Function::New(env, boxesIfMoved, "letterboxesIfMoved", &engine));
  functions.Set("rectify", Napi::Function::New(env, rectifyToTensor, "rectify", &engine));
  functions.Set("rectifyToGrey", Napi::Function::New(env, rectifyToGrey, "rectifyToGrey", &engine));
  functions.Set("lumaHistogram", Napi::Function::New(env, histogram, "lumaHistogram", &engine));
  functions.Set("lumaSteps", Napi::Function::New(env, steps, "lumaSteps", &engine));
  functions.Set("motion", Napi::Function::New(env, motion, "motion", &engine));
  functions.Set("multiplyAddPeak", Napi::Function::New(env, peak, "multiplyAddPeak", &engine));
  return functions;
}

}  // namespace platekeeper::binding
