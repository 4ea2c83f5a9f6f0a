package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

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

class BytesConverter implements AttributeConverter<Point, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(Point value) {
        return null;
    }

    @Override
    public Point convertToEntityAttribute(byte[] value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Lob
    @Convert(converter = PointConverter.class)
    Point text;

    @Lob
    @Convert(converter = BytesConverter.class)
    Point bytes;
}
