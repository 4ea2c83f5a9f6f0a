package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Locale;

enum Color {
    RED,
    GREEN
}

class SmallLetters implements AttributeConverter<Color, String> {

    @Override
    public String convertToDatabaseColumn(Color color) {
        return color == null ? null : color.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Color convertToEntityAttribute(String text) {
        return text == null ? null : Color.valueOf(text.toUpperCase(Locale.ROOT));
    }
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @Convert(converter = SmallLetters.class)
    @Column(columnDefinition = "varchar(9)", check = @CheckConstraint(constraint = "color in ('red','green')"))
    Color color;
}
