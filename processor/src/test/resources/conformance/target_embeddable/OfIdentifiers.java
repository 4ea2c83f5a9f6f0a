package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

@TargetEmbeddable(Key.class)
interface Identity {}

@Embeddable
class Key implements Identity {
    int a;

    String b;
}

@Entity
@Migratable
class One {
    @EmbeddedId Identity id;
}

@Entity
@Migratable
class Two {
    @Id Identity id;

    @ManyToOne One one;
}
