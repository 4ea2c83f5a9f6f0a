package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;

@Entity
@Migratable
class Account {

    @Id
    Long id;

    @Convert(converter = Joined.class)
    Set<? extends Number> numbers;

    @Convert(converter = Listed.class)
    List<?> entries;
}

@Converter
class Joined implements AttributeConverter<Set<Integer>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Integer> numbers) {
        return String.valueOf(numbers);
    }

    @Override
    public Set<Integer> convertToEntityAttribute(String column) {
        return Set.of();
    }
}

@Converter
class Listed implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> entries) {
        return String.valueOf(entries);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return List.of();
    }
}
