package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Converter(autoApply = true)
class MoneyConverter implements AttributeConverter<Money, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Money money) {
        return money == null ? null : money.cents;
    }

    @Override
    public Money convertToEntityAttribute(Integer cents) {
        return null;
    }
}

class Money {
    int cents;
}

@Embeddable
@Struct(name = "offer")
class Offer {
    Money price;
    String name;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Offer offer;
}
