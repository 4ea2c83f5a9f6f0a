package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;

@Embeddable
class Coin {
    String currency;
}

@Embeddable
class GoldCoin extends Coin {
    Integer carat;
}

@Embeddable
class Purse {
    Coin coin;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    @ElementCollection
    Map<String, Purse> purses;
}
