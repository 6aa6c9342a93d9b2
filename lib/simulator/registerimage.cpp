#include "simulator/registerimage.h"

#include <cmath>

namespace Sigen {

void putNumber(RegisterImage &image, const RegisterDefinition &definition, double value)
{
    const auto raw = static_cast<quint64>(std::llround(value * definition.gain));
    for (int word = 0; word < definition.count; ++word) {
        const int shift = 16 * (definition.count - 1 - word);
        image.insert(static_cast<quint16>(definition.address + word),
                     static_cast<quint16>(shift < 64 ? raw >> shift : 0));
    }
}

void putText(RegisterImage &image, quint16 address, int count, const QByteArray &text)
{
    const auto character = [&text](int index) {
        return index < text.size() ? static_cast<quint8>(text[index]) : 0;
    };
    for (int word = 0; word < count; ++word) {
        const int high = character(2 * word);
        const int low = character(2 * word + 1);
        image.insert(static_cast<quint16>(address + word), static_cast<quint16>(high << 8 | low));
    }
}

} // namespace Sigen
