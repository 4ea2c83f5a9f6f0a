package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

class Point {
    int x;
}

class PointConverter implements AttributeConverter<Point, UUID> {

    @Override
    public UUID convertToDatabaseColumn(Point value) {
        return null;
    }

    @Override
    public Point convertToEntityAttribute(UUID value) {
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
