"""The addresses of agreements: what each answered, and the PDF it brought."""

from alembic import op
import sqlalchemy as sa

from store.tables.base import UTCDateTime

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'agreement_link',
        sa.Column('url', sa.String(), nullable=False),
        sa.Column('first_asked', UTCDateTime(timezone=True), nullable=False),
        sa.Column('last_asked', UTCDateTime(timezone=True), nullable=False),
        sa.Column('outcome', sa.String(), nullable=False),
        sa.Column('why', sa.String(), nullable=False),
        sa.Column('sha256', sa.String(), nullable=True),
        sa.Column('captured_at', UTCDateTime(timezone=True), nullable=True),
        sa.Column('etag', sa.String(), nullable=True),
        sa.Column('last_modified', sa.String(), nullable=True),
        sa.Column('reader', sa.String(), nullable=False),
        sa.Column('read_at', UTCDateTime(timezone=True), nullable=True),
        sa.Column('problem', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ['sha256'], ['blob.sha256'], name=op.f('fk_agreement_link_sha256_blob')
        ),
        sa.PrimaryKeyConstraint('url', name=op.f('pk_agreement_link')),
    )


def downgrade() -> None:
    op.drop_table('agreement_link')
