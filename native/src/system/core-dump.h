// A process whose memory holds plates leaves no picture of it behind.
#pragma once

namespace platekeeper {

// From now on a crash of this process, or of one that it starts, writes no core file, and no limit can be raised again (setrlimit(2),
// RLIMIT_CORE). Throws std::system_error.
void forbidCoreDumps();

}  // namespace platekeeper
