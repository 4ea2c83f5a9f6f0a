package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Locale;
import org.hibernate.annotations.Check;

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

class OneOrTwo implements AttributeConverter<Boolean, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Boolean value) {
        return value == null ? null : value ? 2 : 1;
    }

    @Override
    public Boolean convertToEntityAttribute(Integer value) {
        return value == null ? null : value == 2;
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

    @Convert(converter = SmallLetters.class)
    @Column(length = 9, check = @CheckConstraint(constraint = "shade in ('red','green')"))
    Color shade;

    @Convert(converter = OneOrTwo.class)
    @Check(constraints = "flag in (1,2)")
    Boolean flag;
}
