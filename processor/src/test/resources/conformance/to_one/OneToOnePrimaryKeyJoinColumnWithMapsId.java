package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Detail {
    @Id Long id;
    @MapsId @OneToOne @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Summary {
    @Id Long id;
    @MapsId @OneToOne @PrimaryKeyJoinColumn(name = "the_post") Post post;
}

@Entity
@Migratable
class Note {
    @Id Long id;
    @ManyToOne @PrimaryKeyJoinColumn(name = "the_post") Post post;
    @OneToOne(mappedBy = "note") @PrimaryKeyJoinColumn Post other;
}

@Entity
@Migratable
class Post {
    @Id Long id;
    @OneToOne Note note;
}
