package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id @org.hibernate.annotations.NativeGenerator Long id;
}

@Entity
@Migratable
class Tag {
    @Id
    @org.hibernate.annotations.NativeGenerator(sequenceForm = @SequenceGenerator(name = "tags", sequenceName = "tag_ids", allocationSize = 7))
    Long id;
}
