package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

class Point {
    int x;
}

interface ToNumber<N extends Number, T> extends AttributeConverter<T, N> {

    @Override
    default N convertToDatabaseColumn(T value) {
        return null;
    }

    @Override
    default T convertToEntityAttribute(N value) {
        return null;
    }
}

class PointConverter implements ToNumber<Long, Point> {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = PointConverter.class)
    Point point;
}
