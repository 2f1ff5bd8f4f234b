#include "system/core-dump.h"

#include <sys/resource.h>

#include "system/descriptor.h"

namespace platekeeper {

void forbidCoreDumps() {
  const rlimit none{0, 0};
  check(setrlimit(RLIMIT_CORE, &none) == 0, "setrlimit");
}

}  // namespace platekeeper
