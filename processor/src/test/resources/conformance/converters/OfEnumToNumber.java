// refused: MAP03; Thing.color; ColorConverter; @Check(constraints
package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

enum Color {
    RED,
    GREEN
}

@Converter(autoApply = true)
class ColorConverter implements AttributeConverter<Color, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Color value) {
        return null;
    }

    @Override
    public Color convertToEntityAttribute(Integer value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Color color;
}
