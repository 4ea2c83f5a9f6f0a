package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.UUID;

@Entity
@Migratable
class Post {
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id;
}

@Entity
@Migratable
class Tag {
    @Id @GeneratedValue(strategy = GenerationType.UUID) String id;
}
