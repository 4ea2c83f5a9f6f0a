// refused: MAP07; Detail.post; post_id; @MapsId
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Detail {
    @Id @Column(name = "post_id") Long id;

    @OneToOne
    @JoinColumn(name = "post_id", insertable = false, updatable = false)
    Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}
