package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

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

    @Convert(converter = TimeConverter.class)
    @Column(precision = 4)
    String time;
}
