package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

class NumberConverter implements AttributeConverter<Integer, String> {

    @Override
    public String convertToDatabaseColumn(Integer value) {
        return null;
    }

    @Override
    public Integer convertToEntityAttribute(String value) {
        return null;
    }
}

@Embeddable
class Inner {
    Integer number;
}

@Embeddable
class Outer {
    Inner inner;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    @Convert(attributeName = "inner.number", converter = NumberConverter.class)
    Outer outer;
}
