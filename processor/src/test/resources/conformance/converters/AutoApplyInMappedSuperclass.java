package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

class Point {
    int x;
}

@Converter(autoApply = true)
class PointConverter implements AttributeConverter<Point, String> {

    @Override
    public String convertToDatabaseColumn(Point value) {
        return null;
    }

    @Override
    public Point convertToEntityAttribute(String value) {
        return null;
    }
}

@MappedSuperclass
abstract class Base {
    Point point;
}

@Migratable
@Entity
class Thing extends Base {

    @Id
    long id;
}
