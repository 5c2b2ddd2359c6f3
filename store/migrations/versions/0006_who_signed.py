"""Who signed an agreement and when, as read or as a person says."""

from alembic import op
import sqlalchemy as sa

from store.tables.base import UTCDateTime

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'signature',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('agreement_id', sa.String(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('agency', sa.String(), nullable=False),
        sa.Column('model', sa.String(), nullable=False),
        sa.Column('source', sa.String(), nullable=False),
        sa.Column('sha256', sa.String(), nullable=True),
        sa.Column('picture', sa.String(), nullable=True),
        sa.Column('page', sa.Integer(), nullable=True),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('at', UTCDateTime(timezone=True), nullable=False),
        sa.Column('who', sa.String(), nullable=False),
        sa.Column('why', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ['picture'], ['blob.sha256'], name=op.f('fk_signature_picture_blob')
        ),
        sa.ForeignKeyConstraint(['sha256'], ['blob.sha256'], name=op.f('fk_signature_sha256_blob')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_signature')),
    )
    op.create_index(op.f('ix_signature_agreement_id'), 'signature', ['agreement_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_signature_agreement_id'), table_name='signature')
    op.drop_table('signature')
