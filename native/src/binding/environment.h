// What one JavaScript environment (the main thread or a worker) owns in the addon: an engine per instruction set, each with its
// scratch memory. Lives and dies with the environment; two of them share nothing.
#pragma once

#include <napi.h>

#include <array>
#include <memory>

#include "image/resample.h"
#include "kernels/kernels.h"
#include "nn/convolution.h"
#include "text/ctc.h"

namespace platekeeper::binding {

struct Engine {
  const Kernels& kernels;
  Workspace workspace{};
  NetworkWorkspace network{};
};

struct Environment {
  std::array<std::unique_ptr<Engine>, isaCount> engines;
  TextDecoder texts;
};

// An object with the image functions, bound to one engine of this environment.
Napi::Object imageFunctions(Napi::Env env, Engine& engine);
// An object with the functions of networks, the same way.
Napi::Object networkFunctions(Napi::Env env, Engine& engine);
// The functions that compile and run programs, the same way.
Napi::Object programFunctions(Napi::Env env, Engine& engine);
// decodeTexts(characters, lengths, crops, temperature, ranks, texts, places)
Napi::Function decodeTextsFunction(Napi::Env env, TextDecoder& decoder);
// openPlateReader(reader, region, ...), readPlates and readPlatesBeside(handle, image, ...)
Napi::Object plateFunctions(Napi::Env env);
// The pool functions; they need no engine.
Napi::Object poolFunctions(Napi::Env env);
// chips(), Line
Napi::Object gpioFunctions(Napi::Env env);
// notify(), Watchdog
Napi::Object systemFunctions(Napi::Env env);
// Camera, pack()
Napi::Object v4l2Functions(Napi::Env env);
// openPseudoTerminal(): { fd, path }
Napi::Function pseudoTerminalFunction(Napi::Env env);
Napi::Function kernelClockFunction(Napi::Env env);

}  // namespace platekeeper::binding
