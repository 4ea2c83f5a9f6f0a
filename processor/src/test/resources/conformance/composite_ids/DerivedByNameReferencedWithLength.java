// refused: MAP03; Policy.pair; forgets the length; 'x'; columnDefinition
package conformance.composite_ids;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

@Entity
@Migratable
class Pair {

    @EmbeddedId
    PairKey key;
}

@Embeddable
record PairKey(@Column(length = 30) String a, @Column(length = 31) String b) implements Serializable {}

@Entity
@Migratable
class Couple {

    @EmbeddedId
    PairKey key;

    @MapsId
    @OneToOne
    @JoinColumn(name = "x", referencedColumnName = "a")
    @JoinColumn(name = "y", referencedColumnName = "b")
    Pair pair;
}

@Entity
@Migratable
class Policy {

    @Id
    Long id;

    @ManyToOne
    Couple pair;
}
