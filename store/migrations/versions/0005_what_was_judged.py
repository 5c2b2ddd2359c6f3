"""What findings rest on and what moved since; indexes for the few motions and flags on a topic."""

from alembic import op
import sqlalchemy as sa

from store.tables.base import UTCDateTime

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

_ON_A_TOPIC = sa.text("CAST(topics AS TEXT) <> '[]'")


def upgrade() -> None:
    op.create_table(
        'stale',
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('ref', sa.String(), nullable=False),
        sa.Column('taken', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('kind', 'ref', name=op.f('pk_stale')),
    )
    op.create_table(
        'judged',
        sa.Column('unit', sa.String(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('rests_on', sa.JSON(), nullable=False),
        sa.Column('keys', sa.JSON(), nullable=False),
        sa.Column('changes_at', UTCDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('unit', name=op.f('pk_judged')),
    )
    op.create_index(op.f('ix_judged_changes_at'), 'judged', ['changes_at'], unique=False)
    op.create_table(
        'judged_body',
        sa.Column('unit', sa.String(), nullable=False),
        sa.Column('body_id', sa.String(), nullable=False),
        sa.Column('answers', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('unit', 'body_id', name=op.f('pk_judged_body')),
    )
    op.create_index('ix_judged_body_body', 'judged_body', ['body_id'], unique=False)
    op.create_table(
        'judging',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('frame', sa.String(), nullable=False),
        sa.Column('at', UTCDateTime(timezone=True), nullable=False),
        sa.Column('whole_at', UTCDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_judging')),
    )
    op.create_index(
        'ix_motion_topics', 'motion', ['reading_id'], unique=False,
        sqlite_where=_ON_A_TOPIC, postgresql_where=_ON_A_TOPIC,
    )
    op.create_index('ix_flag_topic_reading', 'flag', ['topic', 'reading_id'], unique=False)
    op.drop_index('ix_flag_topic', table_name='flag')


def downgrade() -> None:
    op.create_index('ix_flag_topic', 'flag', ['topic'], unique=False)
    op.drop_index('ix_flag_topic_reading', table_name='flag')
    op.drop_index('ix_motion_topics', table_name='motion')
    op.drop_table('judging')
    op.drop_index('ix_judged_body_body', table_name='judged_body')
    op.drop_table('judged_body')
    op.drop_index(op.f('ix_judged_changes_at'), table_name='judged')
    op.drop_table('judged')
    op.drop_table('stale')
