// A network as one object: its steps in order, over memory that is laid out before the first of them runs.
//
// A program is for one picture; a batch is one run after another. It never changes, so that threads share its weights; what a thread
// writes to is a ProgramRun, and a steady stream of runs allocates nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "nn/pooling.h"

namespace platekeeper {

// Where a tensor of one picture begins. Memory 0 is the input, which no step writes, 1 the arena, 2 and on the outputs.
struct TensorPlace {
  std::size_t memory, offset;
};
inline constexpr std::size_t inputMemory = 0, arenaMemory = 1, firstOutputMemory = 2;

// clamp(bias + the sum over the window + plus); `bias` is empty for none.
struct ConvolveStep {
  Window window;
  std::size_t channels;
  std::vector<float> packed, bias;
  Clamp clamp;
  TensorPlace from;
  std::optional<TensorPlace> plus;
  TensorPlace to;
};

// Each channel for itself; weights as ChannelConvolution has them.
struct ConvolveChannelsStep {
  Window window;
  std::vector<float> weights, bias;
  Clamp clamp;
  TensorPlace from, to;
};

struct PoolStep {
  Pool kind;
  Window window;
  TensorPlace from, to;
};

// Two tensors of so many floats.
struct AddStep {
  std::size_t floats;
  Clamp clamp;
  TensorPlace from, plus, to;
};

struct HoldStep {
  std::size_t floats;
  Clamp clamp;
  TensorPlace from, to;
};

// The nearest pixel: for each output row and column the input's.
struct ResizeStep {
  std::int32_t height, width, channels;
  std::vector<std::int32_t> rows, columns;
  TensorPlace from, to;
};

using Step = std::variant<ConvolveStep, ConvolveChannelsStep, PoolStep, AddStep, HoldStep, ResizeStep>;

// Floats of each memory.
struct ProgramSizes {
  std::size_t input, arena;
  std::vector<std::size_t> outputs;
};

class Program {
 public:
  // Throws std::invalid_argument where a step reaches outside a memory or writes the input.
  Program(const Kernels& kernels, ProgramSizes sizes, std::vector<Step> steps);

  const Kernels& kernels() const { return kernels_; }
  const std::vector<Step>& steps() const { return steps_; }
  std::size_t inputFloats() const { return sizes_.input; }
  std::size_t arenaFloats() const { return sizes_.arena; }
  // Floats of each output.
  std::span<const std::size_t> outputs() const { return sizes_.outputs; }

 private:
  const Kernels& kernels_;
  const ProgramSizes sizes_;
  const std::vector<Step> steps_;
};

// One thread's runs of a program.
class ProgramRun {
 public:
  explicit ProgramRun(std::shared_ptr<const Program> program);

  const Program& program() const { return *program_; }
  // One picture of inputFloats; its answers are in `output` until the next run.
  void run(const float* input);
  std::span<const float> output(std::size_t index) const { return outputs_[index]; }
  // The same with the answers written where the caller wants them, one address an output.
  void run(const float* input, std::span<float* const> outputs);

 private:
  // A line of the cache, where tensors begin.
  struct alignas(64) Line {
    float floats[16];
  };

  const std::shared_ptr<const Program> program_;
  std::vector<Line> arena_;
  std::vector<std::vector<float>> outputs_;
  std::vector<float*> ownOutputs_;
  NetworkWorkspace workspace_;
};

}  // namespace platekeeper
