#include "binding/texts.h"

#include <algorithm>

#include "binding/arguments.h"
#include "binding/environment.h"

namespace platekeeper::binding {
namespace {

constexpr std::uint32_t cropsMost = 1u << 16;

void decodeTexts(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::span<const float> characters = in.floats(), lengths = in.floats();
  const std::uint32_t crops = in.count();
  if (crops == 0 || crops > cropsMost || lengths.size() % crops != 0) in.refuse("crops that do not divide the logits");
  if (characters.empty() || characters.size() % (crops * columnClasses) != 0) in.refuse("logits that are no columns");
  const double temperature = in.number();
  if (!(temperature > 0.0)) in.refuse("not a temperature");
  const TextRows rows{in.doubles(crops * TextRows::rankRow), in.picture(crops * TextRows::textRow), in.tensor(crops * TextRows::placeRow)};
  const std::size_t each = characters.size() / crops, eachLength = lengths.size() / crops;
  TextDecoder& decoder = *static_cast<TextDecoder*>(info.Data());
  for (std::size_t i = 0; i < crops; i++) {
    rows.write(i, decoder.decode(characters.subspan(i * each, each), lengths.subspan(i * eachLength, eachLength), temperature));
  }
}

}  // namespace

void TextRows::write(std::size_t crop, const Reading& reading) const {
  double* rank = &ranks[crop * rankRow];
  *rank++ = static_cast<double>(reading.ranked.size());
  *rank++ = reading.confidence;
  std::uint8_t* text = &texts[crop * textRow];
  for (const RankedText& each : reading.ranked) {
    *rank++ = each.probability;
    *text++ = each.text.length;
    text = std::copy(each.text.characters.begin(), each.text.characters.end(), text);
  }
  float* place = &places[crop * placeRow];
  for (const TextPlace& each : reading.places) {
    *place++ = each.confidence;
    place = std::copy(each.distribution.begin(), each.distribution.end(), place);
  }
}

Napi::Function decodeTextsFunction(Napi::Env env, TextDecoder& decoder) {
  return Napi::Function::New(env, decodeTexts, "decodeTexts", &decoder);
}

}  // namespace platekeeper::binding
