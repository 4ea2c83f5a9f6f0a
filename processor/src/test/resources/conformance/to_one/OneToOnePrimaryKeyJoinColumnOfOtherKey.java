// refused: MAP07; Detail.post; key; @MapsId
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Detail {
    @Id Long id;
    @OneToOne(optional = false) @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Post {
    @Id String zone;
    @Id int number;
}
