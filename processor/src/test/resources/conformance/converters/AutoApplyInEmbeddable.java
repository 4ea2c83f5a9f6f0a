package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

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

@Embeddable
class Place {
    Point point;
    Integer number;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    Place place;
}
