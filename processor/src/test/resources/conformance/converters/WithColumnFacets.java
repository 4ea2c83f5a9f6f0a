package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;

class Point {
    int x;
}

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

class AmountConverter implements AttributeConverter<Point, BigDecimal> {

    @Override
    public BigDecimal convertToDatabaseColumn(Point value) {
        return null;
    }

    @Override
    public Point convertToEntityAttribute(BigDecimal value) {
        return null;
    }
}

class TimeConverter implements AttributeConverter<String, Instant> {

    @Override
    public Instant convertToDatabaseColumn(String value) {
        return null;
    }

    @Override
    public String convertToEntityAttribute(Instant value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = PointConverter.class)
    @Column(length = 40, nullable = false, unique = true)
    Point text;

    @Convert(converter = AmountConverter.class)
    @Column(precision = 12, scale = 3)
    Point amount;

    @Convert(converter = TimeConverter.class)
    @Column(secondPrecision = 3)
    String time;
}
