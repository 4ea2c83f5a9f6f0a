// refused: MAP07; holder; @JoinTable
package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Item {
    @Id Long id;
}

@Entity
@Migratable
class BookItem extends Item {}

@Entity
@Migratable
class FilmItem extends Item {}

@Entity
@Migratable
class Box {
    @Id Long id;
    @OneToMany @JoinColumn(name = "holder") List<BookItem> items;
}

@Entity
@Migratable
class Bag {
    @Id Long id;
    @OneToMany @JoinColumn(name = "holder") List<FilmItem> items;
}
