package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Place {
    String street;
}

class PlaceConverter implements AttributeConverter<Place, String> {

    @Override
    public String convertToDatabaseColumn(Place value) {
        return null;
    }

    @Override
    public Place convertToEntityAttribute(String value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = PlaceConverter.class)
    Place place;
}
