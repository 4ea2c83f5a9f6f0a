package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

class Point {
    int x;
}

class PointConverter implements AttributeConverter<Point, Instant> {

    @Override
    public Instant convertToDatabaseColumn(Point value) {
        return null;
    }

    @Override
    public Point convertToEntityAttribute(Instant value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = PointConverter.class)
    Point point;
}
