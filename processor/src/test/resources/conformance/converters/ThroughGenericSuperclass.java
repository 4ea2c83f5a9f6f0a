package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

class Point {
    int x;
}

abstract class TextConverter<T> implements AttributeConverter<T, String> {

    @Override
    public String convertToDatabaseColumn(T value) {
        return null;
    }

    @Override
    public T convertToEntityAttribute(String value) {
        return null;
    }
}

class PointConverter extends TextConverter<Point> {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = PointConverter.class)
    Point point;
}
