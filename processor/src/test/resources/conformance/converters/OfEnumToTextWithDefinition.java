// refused: MAP03; Thing.color; ColorConverter; @Check(constraints
package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

enum Color {
    RED,
    GREEN
}

class ColorConverter implements AttributeConverter<Color, String> {

    @Override
    public String convertToDatabaseColumn(Color value) {
        return null;
    }

    @Override
    public Color convertToEntityAttribute(String value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(columnDefinition = "varchar(9)")
    @Convert(converter = ColorConverter.class)
    Color color;
}
