#include "nn/program.h"

#include <stdexcept>

namespace platekeeper {
namespace {

template <class... Each>
struct Overloaded : Each... {
  using Each::operator()...;
};

// Tensors that a step reads and writes, checked against the memories that they lie in.
class Bounds {
 public:
  explicit Bounds(const ProgramSizes& sizes) : sizes_(sizes) {}

  void reads(const TensorPlace& place, std::size_t floats) const {
    if (place.offset > sizeOf(place) || floats > sizeOf(place) - place.offset) refuse("a tensor outside its memory");
  }
  void writes(const TensorPlace& place, std::size_t floats) const {
    if (place.memory == inputMemory) refuse("a step that writes the input");
    reads(place, floats);
  }
  [[noreturn]] static void refuse(const char* what) { throw std::invalid_argument(what); }

 private:
  std::size_t sizeOf(const TensorPlace& place) const {
    if (place.memory == inputMemory) return sizes_.input;
    if (place.memory == arenaMemory) return sizes_.arena;
    if (place.memory - firstOutputMemory >= sizes_.outputs.size()) refuse("a memory that is not there");
    return sizes_.outputs[place.memory - firstOutputMemory];
  }

  const ProgramSizes& sizes_;
};

std::size_t size(std::int32_t value) { return static_cast<std::size_t>(value); }

FilterShape filtersOf(const ConvolveStep& step) {
  Convolution of{};
  of.window = step.window, of.channels = step.channels;
  return of.filters();
}

// So that no product below overflows.
bool isSide(std::int32_t value) { return value >= 1 && value <= 1 << 15; }

bool fitsBias(const std::vector<float>& bias, std::size_t channels) { return bias.empty() || bias.size() == channels; }

void check(const Kernels& kernels, const Bounds& within, const Step& step) {
  std::visit(Overloaded{
                 [&](const ConvolveStep& of) {
                   if (!of.window.sane() || of.packed.size() != packedFloats(kernels, filtersOf(of)) || !fitsBias(of.bias, of.channels))
                     Bounds::refuse("not a convolution");
                   within.reads(of.from, of.window.inputs());
                   if (of.plus) within.reads(*of.plus, of.window.pixels() * of.channels);
                   within.writes(of.to, of.window.pixels() * of.channels);
                 },
                 [&](const ConvolveChannelsStep& of) {
                   const std::size_t channels = size(of.window.channels);
                   if (!of.window.sane() || of.weights.size() != of.window.taps() * channels || !fitsBias(of.bias, channels))
                     Bounds::refuse("not a convolution by channel");
                   within.reads(of.from, of.window.inputs());
                   within.writes(of.to, of.window.pixels() * channels);
                 },
                 [&](const PoolStep& of) {
                   if (!of.window.sane()) Bounds::refuse("not a window");
                   within.reads(of.from, of.window.inputs());
                   within.writes(of.to, of.window.pixels() * size(of.window.channels));
                 },
                 [&](const AddStep& of) {
                   within.reads(of.from, of.floats);
                   within.reads(of.plus, of.floats);
                   within.writes(of.to, of.floats);
                 },
                 [&](const HoldStep& of) {
                   within.reads(of.from, of.floats);
                   within.writes(of.to, of.floats);
                 },
                 [&](const ResizeStep& of) {
                   const Axis rows{of.rows, of.rows, {}}, columns{of.columns, of.columns, {}};
                   if (!isSide(of.height) || !isSide(of.width) || !isSide(of.channels) || !rows.within(of.height) || !columns.within(of.width))
                     Bounds::refuse("a sample outside the picture");
                   within.reads(of.from, size(of.height) * size(of.width) * size(of.channels));
                   within.writes(of.to, of.rows.size() * of.columns.size() * size(of.channels));
                 },
             },
             step);
}

const float* biasOf(const std::vector<float>& bias) { return bias.empty() ? nullptr : bias.data(); }

// The memories of one run, and each kind of step over them.
class Execution {
 public:
  Execution(const Kernels& kernels, NetworkWorkspace& workspace, const float* input, float* arena, std::span<float* const> outputs)
      : kernels_(kernels), workspace_(workspace), input_(input), arena_(arena), outputs_(outputs) {}

  void operator()(const ConvolveStep& of) const {
    const float* const plus = of.plus ? at(*of.plus) : nullptr;
    convolve(kernels_, {of.window, of.channels, at(of.from), of.packed, biasOf(of.bias), plus, of.clamp, to(of.to)}, workspace_);
  }
  void operator()(const ConvolveChannelsStep& of) const {
    convolveChannels(kernels_, {of.window, at(of.from), of.weights.data(), biasOf(of.bias), of.clamp, to(of.to)}, workspace_);
  }
  void operator()(const PoolStep& of) const { pool(kernels_, of.kind, of.window, at(of.from), to(of.to), workspace_); }
  void operator()(const AddStep& of) const { kernels_.add(at(of.from), at(of.plus), of.clamp, to(of.to), of.floats); }
  void operator()(const HoldStep& of) const { kernels_.hold(at(of.from), of.clamp, to(of.to), of.floats); }
  void operator()(const ResizeStep& of) const {
    resizeNearest({1, of.height, of.width, of.channels, {of.rows, {}, {}}, {of.columns, {}, {}}, at(of.from), to(of.to)});
  }

 private:
  const float* at(const TensorPlace& place) const { return place.memory == inputMemory ? input_ + place.offset : to(place); }
  float* to(const TensorPlace& place) const {
    return (place.memory == arenaMemory ? arena_ : outputs_[place.memory - firstOutputMemory]) + place.offset;
  }

  const Kernels& kernels_;
  NetworkWorkspace& workspace_;
  const float* const input_;
  float* const arena_;
  const std::span<float* const> outputs_;
};

}  // namespace

Program::Program(const Kernels& kernels, ProgramSizes sizes, std::vector<Step> steps)
    : kernels_(kernels), sizes_(std::move(sizes)), steps_(std::move(steps)) {
  const Bounds within(sizes_);
  for (const Step& step : steps_) check(kernels_, within, step);
}

ProgramRun::ProgramRun(std::shared_ptr<const Program> program)
    : program_(std::move(program)), arena_(program_->arenaFloats() / std::size(Line{}.floats) + 1) {
  for (const std::size_t floats : program_->outputs()) ownOutputs_.push_back(outputs_.emplace_back(floats).data());
}

void ProgramRun::run(const float* input) { run(input, ownOutputs_); }

void ProgramRun::run(const float* input, std::span<float* const> outputs) {
  const Execution execution(program_->kernels(), workspace_, input, arena_.data()->floats, outputs);
  for (const Step& step : program_->steps()) std::visit(execution, step);
}

}  // namespace platekeeper
