// Programs: built step by step, then compiled into a handle that runs them. A step that reaches outside a memory is refused when it is
// compiled, an array of the wrong length when it is run.
#include "binding/programs.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "binding/beside.h"
#include "binding/environment.h"
#include "binding/geometry.h"

namespace platekeeper::binding {
namespace {

constexpr napi_type_tag builderTag{0x3f1e0c5a9d2b4a71, 0x8c64b7d50e93f128};
constexpr napi_type_tag programTag{0x6ad3918e57c04b2f, 0xb1f0265ec84d7a93};

Engine& engineOf(const Napi::CallbackInfo& info) { return *static_cast<Engine*>(info.Data()); }

struct Builder {
  ProgramSizes sizes;
  std::vector<Step> steps;
};

Builder& builderOf(Arguments& in) { return in.held<Builder>(builderTag); }

std::vector<float> copied(std::span<const float> values) { return {values.begin(), values.end()}; }

TensorPlace placeOf(Arguments& in) {
  const std::size_t memory = in.count();
  return {memory, in.count()};
}

Napi::Value begin(const Napi::CallbackInfo& info) {
  Arguments in(info);
  auto builder = std::make_unique<Builder>();
  builder->sizes.input = in.count();
  builder->sizes.arena = in.count();
  for (const std::int32_t floats : in.integers()) {
    if (floats < 0) in.refuse("not a size");
    builder->sizes.outputs.push_back(static_cast<std::size_t>(floats));
  }
  return handle(info.Env(), std::move(builder), builderTag);
}

// False where a weight is not finite.
Napi::Value convolution(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const Kernels& kernels = engineOf(info).kernels;
  Builder& builder = builderOf(in);
  ConvolveStep step{};
  step.window = windowOf(in);
  step.channels = in.side();
  Convolution shape{};
  shape.window = step.window, shape.channels = step.channels;
  const FilterShape filters = shape.filters();
  const std::span<const float> weights = in.tensor(filters.depth * filters.channels);
  step.packed.resize(packedFloats(kernels, filters));
  if (!pack(kernels, {filters, weights.data(), false}, step.packed)) return Napi::Boolean::New(info.Env(), false);
  step.bias = copied(in.tensor(step.channels));
  step.clamp = clampOf(in);
  step.from = placeOf(in);
  step.to = placeOf(in);
  if (in.left() > 0) step.plus = placeOf(in);
  builder.steps.emplace_back(std::move(step));
  return Napi::Boolean::New(info.Env(), true);
}

Napi::Value channelConvolution(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Builder& builder = builderOf(in);
  ConvolveChannelsStep step{};
  step.window = windowOf(in);
  const std::size_t channels = static_cast<std::size_t>(step.window.channels);
  step.weights = copied(in.tensor(step.window.taps() * channels));
  if (!std::ranges::all_of(step.weights, [](float weight) { return std::isfinite(weight); })) return Napi::Boolean::New(info.Env(), false);
  step.bias = copied(in.tensor(channels));
  step.clamp = clampOf(in);
  step.from = placeOf(in);
  step.to = placeOf(in);
  builder.steps.emplace_back(std::move(step));
  return Napi::Boolean::New(info.Env(), true);
}

template <Pool kind>
void pooling(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Builder& builder = builderOf(in);
  const Window window = windowOf(in);
  const TensorPlace from = placeOf(in);
  builder.steps.emplace_back(PoolStep{kind, window, from, placeOf(in)});
}

void addition(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Builder& builder = builderOf(in);
  const std::size_t floats = in.count();
  const Clamp clamp = clampOf(in);
  const TensorPlace from = placeOf(in), plus = placeOf(in);
  builder.steps.emplace_back(AddStep{floats, clamp, from, plus, placeOf(in)});
}

void holding(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Builder& builder = builderOf(in);
  const std::size_t floats = in.count();
  const Clamp clamp = clampOf(in);
  const TensorPlace from = placeOf(in);
  builder.steps.emplace_back(HoldStep{floats, clamp, from, placeOf(in)});
}

void resizing(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Builder& builder = builderOf(in);
  ResizeStep step{};
  step.height = static_cast<std::int32_t>(in.side());
  step.width = static_cast<std::int32_t>(in.side());
  step.channels = static_cast<std::int32_t>(in.side());
  for (std::vector<std::int32_t>* axis : {&step.rows, &step.columns}) {
    const std::span<const std::int32_t> samples = in.integers();
    axis->assign(samples.begin(), samples.end());
  }
  step.from = placeOf(in);
  step.to = placeOf(in);
  builder.steps.emplace_back(std::move(step));
}

Napi::Value finish(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Builder& builder = builderOf(in);
  try {
    auto program = std::make_shared<const Program>(engineOf(info).kernels, builder.sizes, std::move(builder.steps));
    using Held = std::shared_ptr<CompiledProgram>;
    return handle(info.Env(), std::make_unique<Held>(new CompiledProgram{std::move(program), {}}), programTag);
  } catch (const std::invalid_argument& refused) {
    in.refuse(refused.what());
  }
}

// Pictures end to end, and an array for each output that takes all their answers end to end.
struct Batch {
  std::size_t pictures;
  std::span<const float> input;
};

Batch batchOf(Arguments& in, const Program& program) {
  const std::size_t pictures = in.side();
  return {pictures, in.tensor(pictures * program.inputFloats())};
}

void runAll(ProgramRun& run, const Batch& batch, std::vector<float*> outputs) {
  const Program& program = run.program();
  for (std::size_t i = 0; i < batch.pictures; i++) {
    run.run(batch.input.data() + i * program.inputFloats(), outputs);
    for (std::size_t each = 0; each < outputs.size(); each++) outputs[each] += program.outputs()[each];
  }
}

void run(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const Lane lane = laneOf(in);
  const Program& program = lane->run.program();
  const Batch batch = batchOf(in, program);
  std::vector<float*> outputs;
  for (const std::size_t floats : program.outputs()) outputs.push_back(in.tensor(batch.pictures * floats).data());
  runAll(lane->run, batch, std::move(outputs));
}

// The arrays are JavaScript's while the work is under way: it runs over copies in the lane, since an array may be gone by then.
Napi::Value runBeside(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Lane lane = laneOf(in);
  const Program& program = lane->run.program();
  const Batch batch = batchOf(in, program);
  lane->pictures.assign(batch.input.begin(), batch.input.end());
  std::vector<Napi::Reference<Napi::Float32Array>> arrays;
  std::size_t floats = 0;
  for (const std::size_t each : program.outputs()) {
    arrays.push_back(Napi::Persistent(in.array()));
    floats += batch.pictures * each;
  }
  lane->answers.resize(floats);
  LaneMemory& memory = *lane;
  const auto work = [&memory, pictures = batch.pictures] {
    std::vector<float*> outputs;
    float* next = memory.answers.data();
    for (const std::size_t each : memory.run.program().outputs()) outputs.push_back(std::exchange(next, next + pictures * each));
    runAll(memory.run, {pictures, memory.pictures}, std::move(outputs));
  };
  return beside(info.Env(), work, [lane = std::move(lane), arrays = std::move(arrays), pictures = batch.pictures](Napi::Env env, double cpuMs) {
    const float* next = lane->answers.data();
    for (std::size_t i = 0; i < arrays.size(); i++) {
      const std::size_t length = pictures * lane->run.program().outputs()[i];
      Napi::Float32Array array = arrays[i].Value();
      if (array.ElementLength() != length) throw Napi::TypeError::New(env, "an output of the wrong length");
      std::copy_n(std::exchange(next, next + length), length, array.Data());
    }
    return Napi::Number::New(env, cpuMs);
  });
}

}  // namespace

Lane::Lane(std::shared_ptr<CompiledProgram> of) : of_(std::move(of)) {
  if (of_->idle.empty()) {
    memory_ = std::make_unique<LaneMemory>(of_->program);
  } else {
    memory_ = std::move(of_->idle.back());
    of_->idle.pop_back();
  }
}

Lane::~Lane() {
  if (memory_) of_->idle.push_back(std::move(memory_));
}

std::shared_ptr<CompiledProgram> programOf(Arguments& in) { return in.held<std::shared_ptr<CompiledProgram>>(programTag); }

Lane laneOf(Arguments& in) { return Lane(programOf(in)); }

Napi::Object programFunctions(Napi::Env env, Engine& engine) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("begin", Napi::Function::New(env, begin, "begin", &engine));
  functions.Set("convolve", Napi::Function::New(env, convolution, "convolve", &engine));
  functions.Set("convolveChannels", Napi::Function::New(env, channelConvolution, "convolveChannels", &engine));
  functions.Set("poolMaximum", Napi::Function::New(env, pooling<Pool::maximum>, "poolMaximum", &engine));
  functions.Set("poolMean", Napi::Function::New(env, pooling<Pool::mean>, "poolMean", &engine));
  functions.Set("add", Napi::Function::New(env, addition, "add", &engine));
  functions.Set("hold", Napi::Function::New(env, holding, "hold", &engine));
  functions.Set("resizeNearest", Napi::Function::New(env, resizing, "resizeNearest", &engine));
  functions.Set("finish", Napi::Function::New(env, finish, "finish", &engine));
  functions.Set("run", Napi::Function::New(env, run, "run", &engine));
  functions.Set("runBeside", Napi::Function::New(env, runBeside, "runBeside", &engine));
  return functions;
}

}  // namespace platekeeper::binding
