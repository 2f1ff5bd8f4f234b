// Compiled programs as JavaScript holds them, and the lanes that they run in. For the other functions of the binding: a stage that takes
// a program's handle (`laneOf`) writes its pictures into the lane, runs them there and reads the answers, on this thread or beside it.
#pragma once

#include <memory>
#include <vector>

#include "binding/arguments.h"
#include "nn/program.h"

namespace platekeeper::binding {

// What one run at a time writes to. `pictures` and `answers` are memory of the lane's user, kept so that a steady stream allocates nothing.
struct LaneMemory {
  explicit LaneMemory(std::shared_ptr<const Program> program) : run(std::move(program)) {}

  ProgramRun run;
  std::vector<float> pictures, answers;
};

// Of one environment: only its thread of JavaScript takes lanes and gives them back.
struct CompiledProgram {
  std::shared_ptr<const Program> program;
  std::vector<std::unique_ptr<LaneMemory>> idle;
};

// A lane that nobody else uses while this lives: an idle one, or a new one where all are in use. What runs on another thread may use it,
// not make or destroy it.
class Lane {
 public:
  explicit Lane(std::shared_ptr<CompiledProgram> of);
  Lane(Lane&&) = default;
  ~Lane();

  LaneMemory* operator->() const { return memory_.get(); }
  LaneMemory& operator*() const { return *memory_; }

 private:
  std::shared_ptr<CompiledProgram> of_;
  std::unique_ptr<LaneMemory> memory_;
};

// The next argument is a handle that `finish` of programs.cc gave; a TypeError else.
std::shared_ptr<CompiledProgram> programOf(Arguments& in);
Lane laneOf(Arguments& in);

// An object of the engine as JavaScript holds it, destroyed with the handle; `tag` tells the kinds apart.
template <class Held>
Napi::Value handle(Napi::Env env, std::unique_ptr<Held> held, const napi_type_tag& tag) {
  Napi::External<Held> external = Napi::External<Held>::New(env, held.release(), [](Napi::Env, Held* gone) { delete gone; });
  external.TypeTag(&tag);
  return external;
}

}  // namespace platekeeper::binding
